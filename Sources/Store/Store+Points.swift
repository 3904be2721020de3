import Repatriation
import SQLite

/// The points and officers of a store, as whoever works with it names them.
extension Store {
    /// Every officer, by name.
    package func allOfficers() throws(StoreError) -> [Officer] {
        try wrap { () throws(SQLiteError) in try rows.all(Officer.self, "1 ORDER BY name") }
    }

    /// Every point, or only those in use, north-west to south-east as in the catalogue.
    ///
    /// In use are the active ones, and any other where somebody is inside or looked for, or a shift
    /// is open: an earlier program let a point be switched off over people's heads, and whoever is
    /// inside counts somewhere, always.
    package func points(inUse: Bool = true) throws(StoreError) -> [ReceivingPoint] {
        let held = """
            active = 1 OR shiftOpen = 1
            OR EXISTS (SELECT 1 FROM cell WHERE scope = code AND measure IN (\(Store.presence))
            AND day = '' AND n > 0)
            """
        return try wrap { () throws(SQLiteError) in
            try rows.all(ReceivingPoint.self, "\(inUse ? held : "1") ORDER BY id")
        }
    }

    /// The counts that say that somebody is at a point, or should be.
    private static let presence = [Cell.Measure.inside, .unlocated].map { String($0.rawValue) }
        .joined(separator: ",")

    /// Where an officer worked last, among the newest 20,000 facts; nil where that was nowhere.
    package func lastPoint(of officer: Identifier<Officer>) throws(StoreError) -> PointCode? {
        try wrap { () throws(SQLiteError) in
            try connection.statement(
                """
                SELECT point FROM journal WHERE seq > (SELECT max(seq) FROM journal) - 20000
                AND officer = ?
                AND point <> '' ORDER BY seq DESC LIMIT 1
                """
            ).bind(officer.value).first { PointCode($0.text(0)) } ?? nil
        }
    }

    /// A point by its letters.
    package func point(_ code: PointCode) throws(StoreError) -> ReceivingPoint? {
        try wrap { () throws(SQLiteError) in
            try rows.first(ReceivingPoint.self, "code = ?", .text(code.text))
        }
    }

    /// The one officer bound to that account of the operating system, or with that full name, short
    /// name or number.
    package func officer(named text: String) throws(StoreError) -> Officer? {
        let wanted = NameText.folded(text)
        let all = try allOfficers()
        if let exact = all.first(where: { $0.account == text || String($0.id.value) == text }) {
            return exact
        }
        let named = all.filter {
            NameText.folded($0.name) == wanted || NameText.folded($0.short) == wanted
        }
        return named.count == 1 ? named[0] : nil
    }

    /// The seed of a practice store.
    package func seed() throws(StoreError) -> Int? {
        try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT seed FROM meta").first { $0.optionalInt(0) } ?? nil
        }
    }
}
