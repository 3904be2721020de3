import Repatriation

extension Book {
    /// One self-contained page: no script, nothing fetched, rules for a printer.
    package var html: String {
        let mark = isDrill ? Book.across(language) : ""
        return """
            <!doctype html><html lang="\(language.rawValue)"><meta charset="utf-8">
            <title>\(HTMLText.escaped(title))</title><style>\(style)</style>
            \(mark)<h1 class=t>\(HTMLText.escaped(title))</h1>
            \(blocks.map(html).joined(separator: "\n"))</html>

            """
    }

    /// A page of practice has the words across it, on the screen and on each sheet.
    private var style: String {
        let size = isPoster ? "22pt" : page == .a5 ? "8pt" : "11pt"
        let margin = page == .a5 ? "8mm" : "2cm"
        return """
            body{font:\(size)/1.4 serif;max-width:46em;margin:2em auto;padding:0 1em}\
            h1{font-size:1.5em;border-bottom:2px solid #000;margin-top:2em}h1.t{margin-top:0}\
            h2{font-size:1.2em;margin-top:1.5em}h3{font-size:1em}\
            table{border-collapse:collapse;width:100%;margin:1em 0}\
            th,td{border:1px solid #888;padding:.25em .5em;text-align:left;vertical-align:top}\
            .f{font-size:.8em}.f td+td,.f th+th{text-align:right;white-space:nowrap}\
            .f tr:last-child td{font-weight:bold}\
            .s{font-size:.85em;color:#444;margin-left:2em}\
            kbd{font:.95em monospace}\
            .w{display:inline-block;min-width:18em;border-bottom:1px solid #000}\
            \(blocks.contains(where: \.isDrawing) ? Book.drawingStyle : "")\(Book.acrossStyle)\
            @page{size:\(page.rawValue);margin:\(margin)}@media print{body{margin:0;max-width:none}\
            h1,h2,h3,tr{break-inside:avoid;break-after:avoid}tr{break-after:auto}}
            """
    }

    /// The words of practice across a page, on the screen and on each sheet.
    static func across(_ language: Language) -> String {
        "<div class=p>\(HTMLText.escaped(drillMark(language)))</div>"
    }

    /// Drawings are as wide as the page at most, and none lies on two.
    private static let drawingStyle =
        "svg{display:block;max-width:100%;height:auto;margin:1em 0;break-inside:avoid}"

    /// How they lie there.
    static let acrossStyle = """
        .p{position:fixed;top:40%;left:0;right:0;text-align:center;font:bold 40pt sans-serif;\
        color:#c00;opacity:.25;transform:rotate(-30deg);pointer-events:none}
        """

    private func html(_ block: Block) -> String {
        func cells(_ row: [String], _ tag: String) -> String {
            row.map { "<\(tag)>\(HTMLText.escaped($0))</\(tag)>" }.joined()
        }
        switch block {
        case .heading(let text, let level):
            return "<h\(level)>\(HTMLText.escaped(text))</h\(level)>"
        case .text(let text): return "<p>\(marked(text))</p>"
        case .source(let text): return "<p class=s>\(HTMLText.escaped(text))</p>"
        case .list(let items):
            return "<ul>\(items.map { "<li>\(marked($0))</li>" }.joined())</ul>"
        case .table(let head, let rows):
            let body = rows.map { "<tr>\(cells($0, "td"))</tr>" }.joined()
            return "<table><thead><tr>\(cells(head, "th"))</tr></thead>\(body)</table>"
        case .figures(let head, let rows):
            let body = rows.map { "<tr>\(cells($0, "td"))</tr>" }.joined()
            return
                "<table class=f><thead><tr>\(cells(head, "th"))</tr></thead>\(body)</table>"
        case .drawing(let drawing): return drawing
        case .line(let name):
            return "<p>\(HTMLText.escaped(name)) <span class=w>&nbsp;</span></p>"
        }
    }

    /// A text with its keys and commands as such.
    private func marked(_ text: String) -> String {
        Book.parts(text).map { part in
            let words = HTMLText.escaped(part.text)
            return part.isKey ? "<kbd>\(words)</kbd>" : words
        }.joined()
    }
}
