import Repatriation
import Terminal

/// Bringing a hand-over list in without a shell: pasted, or a file of the point's inbox folder. Reports before it acts.
package struct ListScreen: Screen {
    private enum Source: Sendable, Equatable { case text(String), file(String) }

    private let place: PointCode
    private let group: GroupLine?
    private var files: [String] = []
    private var folder = ""
    private var cursor = 0
    private var source: Source?
    private var outcome: ListOutcome?
    private var options = ListOptions()
    private var isRepeated = false

    init(point: PointCode, into group: GroupLine?) {
        place = point
        self.group = group?.group.stage == .concluded ? nil : group
    }

    /// An announced group without a list takes it; else the list announces a group of its own.
    private var target: Identifier<Group>? { group.flatMap { $0.counts.onList == 0 ? $0.id : nil } }

    package var point: PointCode? { place }
    package func title(_ context: Context) -> String {
        Bilingual("Lista de entrega", "Hand-over list")(context.language)
    }
    package var queries: [Query] { [.inbox(place)] }
    package var isTyping: Bool { true }
    package var bindings: [Binding] {
        outcome?.list == nil
            ? [Binding(.enter, "Leer archivo", "Read file"), Binding(.escape, "Atrás", "Back")]
            : [Binding(.enter, "Entrar la lista", "Bring the list in"), Binding(.escape, "Atrás", "Back")]
    }

    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        switch reply {
        case .inbox(let folder, let files): (self.folder, self.files) = (folder, files)
        case .list(let outcome):
            if let group = outcome.group { return [.replace(RollCallScreen(group: group))] }
            self.outcome = outcome
        case .refused(_, let refusal): isRepeated = refusal.code == .twiceTheSame
        default: break
        }
        return []
    }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        switch key {
        case .escape, .control("c"): return [.pop]
        case .paste(let text):
            source = .text(text)
            return [.effect(.readList(text: text, place, bring: false, into: target, options))]
        case .down: cursor = min(max(0, files.count - 1), cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .enter:
            if let source, outcome?.list != nil { return [effect(source, bring: true)] }
            guard files.indices.contains(cursor) else {
                return [.refuse("Pegue la lista aquí.", "Paste the list here.")]
            }
            source = .file(files[cursor])
            return [.effect(.readFile(name: files[cursor], place, bring: false, into: target, options))]
        case .character(let letter): return say(letter)
        default: break
        }
        return []
    }

    /// What the list leaves open is said with a letter, and the list read again.
    private mutating func say(_ letter: Character) -> [Step] {
        guard let source else { return [] }
        switch (letter, outcome?.failure) {
        case ("m", .dateOrder): options.dateOrder = .mdy
        case ("d", .dateOrder): options.dateOrder = .dmy
        case ("u", .sexCodes): options.sexCodes = .us
        case ("h", .sexCodes): options.sexCodes = .mx
        case ("o", _) where isRepeated: options.again = true
        default: return []
        }
        return [effect(source, bring: options.again)]
    }

    private func effect(_ source: Source, bring: Bool) -> Step {
        switch source {
        case .text(let text): .effect(.readList(text: text, place, bring: bring, into: target, options))
        case .file(let name): .effect(.readFile(name: name, place, bring: bring, into: target, options))
        }
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
        if let outcome { return drawReport(outcome, on: &frame, context) }
        let words = Bilingual(
            "Pegue aquí las celdas copiadas (Excel o PDF), o elija un archivo de la carpeta del punto.",
            "Paste the copied cells here (Excel or PDF), or choose a file of the place's folder.")
        var row = 1
        for line in Wrap.lines(words(context.language), width: frame.width - 4) {
            frame.put(line, row: row, column: 2, Style(.info))
            row += 1
        }
        frame.put(TextWidth.tail(folder, frame.width - 4), row: row, column: 2, Style(.muted))
        row += 2
        for (index, file) in files.prefix(max(0, frame.height - row - 2)).enumerated() {
            if index == cursor {
                frame.put("▌", row: row + index, column: 0, Style(.selection))
                frame.cursor = (row + index, 0)
            }
            frame.put(file, row: row + index, column: 2)
        }
    }

    private func drawReport(_ outcome: ListOutcome, on frame: inout Frame, _ context: Context) {
        let language = context.language
        var row = 1
        func say(_ text: String, _ role: Role = .text) {
            for line in Wrap.lines(text, width: frame.width - 4) where row < frame.height - 2 {
                frame.put(line, row: row, column: 2, Style(role))
                row += 1
            }
        }
        if isRepeated {
            say(
                Bilingual(
                    "«o»: es otra entrega, entrarla de nuevo.", "«o»: it is another hand-over, bring it in again.")(
                        language), .late)
        }
        switch outcome.failure {
        case .dateOrder?:
            return say(
                Bilingual(
                    "¿Las fechas son «m» mes/día o «d» día/mes?", "Are the dates «m» month/day or «d» day/month?")(
                        language), .late)
        case .sexCodes?:
            return say(
                Bilingual("¿El sexo es «u» M/F de EUA o «h» H/M?", "Is the sex «u» M/F of the US or «h» H/M?")(
                    language), .late)
        case let failure?: return say(failure.sentence(language), .late)
        case nil: break
        }
        guard let list = outcome.list else { return }
        let day = context.local(context.now, place).day
        say(
            Bilingual(
                "\(list.rows.count) personas; \(list.rejected.count) renglones quedan fuera.",
                "\(list.rows.count) people; \(list.rejected.count) rows stay out.")(language), .title)
        say(
            Bilingual(
                "Se reconoció: \(list.encoding.rawValue), «\(list.delimiter)», fechas \(list.dateOrder?.rawValue ?? "–"), \(list.columns.joined(separator: " "))",
                "Recognised: \(list.encoding.rawValue), «\(list.delimiter)», dates \(list.dateOrder?.rawValue ?? "–"), \(list.columns.joined(separator: " "))"
            )(language), .muted)
        let minors = list.rows.filter { ($0.person.birthDate?.age(on: day) ?? 99) < 18 }.map { String($0.line) }
        if !minors.isEmpty {
            say(
                Bilingual(
                    "Menores de 18: líneas \(minors.joined(separator: ", "))",
                    "Under 18: lines \(minors.joined(separator: ", "))")(language), .late)
        }
        let foreign = list.rows.filter { $0.person.country != nil }.map { String($0.line) }
        if !foreign.isEmpty {
            say(
                Bilingual(
                    "Otra ciudadanía: líneas \(foreign.joined(separator: ", "))",
                    "Other citizenship: lines \(foreign.joined(separator: ", "))")(language), .late)
        }
        let remarks = list.rows.filter { !$0.person.suggested.isEmpty }.count
        if remarks > 0 { say(Bilingual("Con observaciones: \(remarks)", "With remarks: \(remarks)")(language), .info) }
        for row in list.rows.prefix(3) {
            let person = row.person
            let name = [person.firstSurname, person.secondSurname].compactMap { $0 }.joined(separator: " ")
            say(
                "\(row.line)  \(context.shown("\(name), \(person.given ?? "")"))  \(context.isCovered ? "" : person.birthDate?.shown ?? "")  \(person.sex?.rawValue ?? "")"
            )
        }
        for rejected in list.rejected {
            say(
                Bilingual(
                    "línea \(rejected.line): \(rejected.reason.es)", "line \(rejected.line): \(rejected.reason.en)")(
                        language), .late)
        }
        if list.rows.isEmpty == false {
            say(
                Bilingual(
                    "Enter la entra al \(target == nil ? "grupo nuevo" : group?.group.name ?? "")",
                    "Enter brings it into \(target == nil ? "a new group" : group?.group.name ?? "")")(language),
                .accent)
        }
    }
}
