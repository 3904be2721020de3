import Glibc
import Repatriation
import Store

/// A list of many rows brought in, and what it takes of the disk.
struct ImportBench {
    let path: String
    let rows: Int

    /// Makes the store with everybody in it.
    func run(_ figures: inout [Figure]) throws {
        try Store.create(
            at: path,
            .init(lead: "Oficial de Prueba", account: Environment.account, seed: 7, now: now()))
        let insert = try Insert(beside: path)
        for _ in 0..<100 { try insert.measure() }
        let time = try bring(to: path)
        for _ in 0..<100 { try insert.measure() }
        figures += [
            Figure(name: "import of \(rows) rows", value: time / 1e6, unit: "s"),
            Figure(
                name: "import of \(rows) rows, each row", time / Double(rows),
                besideInsert: insert),
            LongStore.bytes(of: path, rows, "who are listed"),
        ]
    }

    /// Microseconds. The store is closed again: its log is in it.
    private func bring(to path: String) throws -> Double {
        let bytes = Array(ImportBench.list(rows).utf8)
        var options = HandoverList.Options()
        options.isBulk = true
        return try ImportBench.bring(bytes, at: PointCode("NOG"), to: path, options)
    }

    /// Brings a list in as one group of a point; gives how long it took, in microseconds.
    @discardableResult
    static func bring(
        _ bytes: [UInt8], at code: PointCode?, to path: String,
        _ options: HandoverList.Options = .init()
    ) throws -> Double {
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let code, let point = try store.point(code)
        else { throw StoreError.missing(path: path) }
        let importer = try ListImporter(store: store, officer: lead.id, point: point, now: now())
        var whole = Samples()
        try whole.measure {
            let list = try importer.read(bytes, options)
            _ = try importer.bring(list, into: nil, announcement: Announcement(), again: false)
        }
        return whole.median
    }

    /// Invented people, as a list: their names as given, with accents.
    static func list(_ rows: Int, seed: Int = 11) -> String {
        var population = LikenessBench.population(seed)
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
