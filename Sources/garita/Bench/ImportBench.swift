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
        try Store.create(
            at: path,
            .init(lead: "Oficial de Prueba", account: Environment.account, seed: 7, now: now()))
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let code = PointCode("NOG"),
            let point = try store.point(code)
        else {
            throw StoreError.missing(path: path)
        }
        let importer = try ListImporter(store: store, officer: lead.id, point: point, now: now())
        let bytes = Array(ImportBench.list(rows).utf8)
        var whole = Samples()
        try whole.measure {
            var options = HandoverList.Options()
            options.isBulk = true
            let list = try importer.read(bytes, options)
            _ = try importer.bring(list, into: nil, announcement: Announcement(), again: false)
        }
        let rows = try BareImport(source: path, target: "\(folder.path)/bare.db")
        var bare = Samples()
        try bare.measure { try rows.insertAll() }
        figures.append(
            Figure(
                name: "import of \(self.rows) rows", value: whole.median / 1e6, bar: nil, unit: "s")
        )
        figures.append(
            Figure(
                name: "import beside bare inserts", value: whole.median / bare.median, bar: 2.5,
                unit: "×"))
        return path
    }

    /// Invented people, as a list: their names as given, with accents.
    static func list(_ rows: Int) -> String {
        var population = LikenessBench.population()
        var text = "LAST NAME,SECOND SURNAME,FIRST NAME,DOB,SEX,PROPERTY TAG,REMARKS\n"
        for index in 0..<rows {
            let person = population.next()
            text +=
                "\(person.firstSurname ?? ""),\(person.secondSurname ?? ""),\(person.given ?? ""),"
            text +=
                "\(person.birthDate?.text ?? ""),\(person.sex == .woman ? "F" : "M"),I77-\(padded(index % 100_000, 5)),\n"
        }
        return text
    }
}
