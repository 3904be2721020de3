import Glibc
import Repatriation
import Store

/// A list of many rows brought in, beside bare inserts of every row that it writes.
struct ImportBench {
    let folder: BenchFolder
    let rows: Int

    /// Gives the path of the store with everybody in it.
    func run(_ figures: inout [Figure]) throws -> String {
        let path = "\(folder.path)/b.db"
        try Store.create(at: path, .init(lead: "Oficial de Prueba", account: Environment.account, seed: 7, now: now()))
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let code = PointCode("NOG"), let point = try store.point(code)
        else {
            throw StoreError.missing(path: path)
        }
        let importer = try ListImporter(store: store, officer: lead.id, point: point, now: now())
        let bytes = Array(ImportBench.list(rows).utf8)
        var whole = Samples()
        try whole.measure {
            let list = try HandoverList(bytes, day: importer.day, isBulk: true)
            _ = try importer.bring(list, into: nil, announcement: Announcement(), again: false)
        }
        let rows = try BareImport(source: path, target: "\(folder.path)/bare.db")
        var bare = Samples()
        try bare.measure { try rows.insertAll() }
        figures.append(Figure(name: "import of \(self.rows) rows", value: whole.median / 1e6, bar: nil, unit: "s"))
        figures.append(
            Figure(name: "import beside bare inserts", value: whole.median / bare.median, bar: 2.5, unit: "×"))
        return path
    }

    /// Invented people, as a US list.
    static func list(_ rows: Int) -> String {
        let people = InventedNames.surnames
        var text = "LAST NAME,FIRST NAME,DOB,SEX,PROPERTY TAG,REMARKS\n"
        for index in 0..<rows {
            let (a, b, c) = (
                people[index % people.count], people[index / 7 % people.count], people[index / 91 % people.count]
            )
            text +=
                "\(a) \(b),\(c) \(index),\(padded(1 + index % 12, 2))/\(padded(13 + index % 15, 2))/\(1960 + index % 45),M,I77-\(padded(index % 100_000, 5)),\n"
        }
        return text
    }
}

private enum InventedNames {
    static let surnames: [String] = {
        let line = (Assets.text("demo-data/names.txt") ?? "").split(separator: "\n").first { $0.hasPrefix("surnames:") }
        return (line ?? "surnames: Prueba").split(separator: " ").dropFirst().map {
            NameText.folded(String($0)).uppercased()
        }
    }()
}
