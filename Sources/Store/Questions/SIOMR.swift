import Glibc
import Repatriation
import SQLite

/// The sheet of INM's desk system for a period, before its rows are read.
package struct SIOMRSheet: Sendable {
    /// Of which days.
    package let period: ReportPeriod
    /// Of which points; none is all.
    package let points: [PointCode]
    /// How many rows it has.
    package let rows: Int
    /// Events that have none: of people whose data are blocked, or gone.
    package let held: Int
    /// Where people are, in the order of the sheet.
    fileprivate let places: [PointCode]
    fileprivate let names: SIOMRNames
    /// Where it begins.
    package var start: SIOMRPlace? { places.isEmpty ? nil : SIOMRPlace(place: 0) }

    /// What finds its events at one of the places: as official tables count them.
    fileprivate var condition: String {
        let among = points.map { "'\($0.text)'" }.joined(separator: ",")
        return """
            point = ?1 AND receivedDay >= ?2 AND receivedDay <= ?3
            AND receivedDate BETWEEN ?4 AND ?5 AND countedNationality = 'accredited'
            \(points.isEmpty ? "" : "AND coalesce(firstPoint, point) IN (\(among))")
            """
    }

    fileprivate func bind(
        _ statement: Statement, at place: PointCode, from day: String? = nil
    ) {
        let days = (period.from...period.to).workingDays
        statement.bind(place.text).bind(day ?? days.lowerBound.text).bind(days.upperBound.text)
            .bind(period.from.text).bind(period.to.text)
    }
}

/// Where reading a sheet goes on.
package struct SIOMRPlace: Sendable {
    fileprivate var place: Int
    fileprivate var day: String?
    fileprivate var id = 0

    fileprivate init(place: Int) { self.place = place }
}

/// Some rows of a sheet, and where the next are.
package struct SIOMRPage: Sendable {
    /// The rows, by point, day and entry.
    package let rows: [SIOMRRow]
    /// Nil after the last.
    package let next: SIOMRPlace?

    /// As many as are held at a time.
    package static let most = 2000
}

/// Rows of people leave the store: for whoever may give out whole files, and kept as an export.
extension Reading<SIOMRSheet> {
    /// What the sheet of a period has. Leaves the trace of all its rows.
    package static func siomrSheet(
        _ period: ReportPeriod, points: [PointCode] = []
    ) -> Reading {
        Reading(.wholeFile, traces: { [Trace(.export, count: $0.rows)] }) { look in
            try look.siomrSheet(period, points)
        }
    }
}

extension Reading<SIOMRPage> {
    /// Its next rows; a short look each, so that no desk's log waits for whoever reads them.
    package static func siomr(_ sheet: SIOMRSheet, from place: SIOMRPlace) -> Reading {
        Reading(.wholeFile, traces: { [Trace(.export, count: $0.rows.count)] }) { look in
            try look.siomrPage(sheet, place)
        }
    }
}

extension Look {
    fileprivate func siomrSheet(_ period: ReportPeriod, _ codes: [PointCode]) throws -> SIOMRSheet {
        _ = try chosenPoints(codes)
        let known = try chosenPoints([])
        let municipalities = try connection.statement(
            "SELECT code, label FROM catalogueEntry WHERE catalogue = ?"
        ).bind(CatalogueEntry.municipalities).all { ($0.text(0), $0.text(1)) }
        let names = SIOMRNames(
            points: known,
            municipalities: Dictionary(municipalities, uniquingKeysWith: { first, _ in first }))
        let empty = SIOMRSheet(
            period: period, points: codes, rows: 0, held: 0, places: known.map(\.code),
            names: names)
        var (all, held) = (0, 0)
        for place in empty.places {
            let statement = try connection.statement(
                """
                SELECT count(*), count(coalesce(blockedAt, removal))
                FROM reception INDEXED BY reception_received WHERE \(empty.condition)
                """)
            empty.bind(statement, at: place)
            let found = try statement.first { ($0.int(0), $0.int(1)) } ?? (0, 0)
            (all, held) = (all + found.0, held + found.1)
        }
        return SIOMRSheet(
            period: period, points: codes, rows: all - held, held: held, places: empty.places,
            names: names)
    }

    fileprivate func siomrPage(_ sheet: SIOMRSheet, _ start: SIOMRPlace) throws -> SIOMRPage {
        let reader = try SIOMRReader(connection)
        var (found, at) = ([SIOMRRow](), start)
        while at.place < sheet.places.count, found.count < SIOMRPage.most {
            let room = SIOMRPage.most - found.count
            let statement = try connection.statement(
                """
                SELECT \(SIOMRReader.columns)
                FROM reception INDEXED BY reception_received WHERE \(sheet.condition)
                AND blockedAt IS NULL AND removal IS NULL AND (receivedDay > ?2 OR id > ?6)
                ORDER BY receivedDay, id LIMIT ?7
                """)
            sheet.bind(statement, at: sheet.places[at.place], from: at.day)
            statement.bind(at.id).bind(room)
            defer { statement.reset() }
            var count = 0
            while try statement.step() {
                (at.day, at.id, count) = (statement.text(3), statement.int(0), count + 1)
                let person = SIOMRReader.person(statement)
                guard
                    let row = SIOMRRow(
                        person, try reader.services(of: person, statement),
                        sheet.names)
                else { continue }
                found.append(row)
            }
            if count < room { at = SIOMRPlace(place: at.place + 1) }
        }
        return SIOMRPage(rows: found, next: at.place < sheet.places.count ? at : nil)
    }
}

/// Reads what a row is made of, and no more: of half a million people each text less is seconds.
struct SIOMRReader {
    private let referrals: Statement
    private let help: Statement

    /// What is read of a reception.
    static let columns = """
        id, coalesce(firstPoint, point), receivedDate, receivedDay, countedSex, countedBirthState,
        countedCompany, countedAuthority, countedStay, countedSchooling, countedDetention,
        countedDestination, countedRepeat, birthDate, seemsAdult, ageDoubtAt, flags, suggested,
        answers, personalAnswers, exitMunicipality, exit, formVersion,
        EXISTS (SELECT 1 FROM propertyClaim c WHERE c.reception = reception.id)
        """

    init(_ connection: Connection) throws {
        let unsent = ReferralState.allCases.filter { !$0.isSent }.map { "'\($0.rawValue)'" }
        referrals = try connection.statement(
            """
            SELECT kind FROM referral WHERE reception = ? AND retractedAt IS NULL
            AND state NOT IN (\(unsent.joined(separator: ",")))
            """)
        help = try connection.statement(
            """
            SELECT kind FROM help WHERE reception = ? AND retractedAt IS NULL
            AND declined IS NOT 1
            """)
    }

    /// What somebody was referred for and given.
    func services(of person: Reception, _ row: Statement) throws -> SIOMRServices {
        var services = SIOMRServices()
        if row.int(23) == 1 { services.claim() }
        referrals.reset()
        referrals.bind(person.id.value)
        while try referrals.step() { services.refer(referrals.text(0)) }
        help.reset()
        help.bind(person.id.value)
        while try help.step() { services.give(help.text(0)) }
        return services
    }

    /// The reception of a row with what a row of the sheet is made of; the rest is as in a new one.
    static func person(_ row: Statement) -> Reception {
        var person = Reception(id: Identifier(row.int(0)))
        func text(_ column: Int) -> String? { row.isNull(column) ? nil : row.text(column) }
        func code<Kind: RawRepresentable<String>>(_ column: Int) -> Kind? {
            text(column).flatMap(Kind.init)
        }
        person.point = PointCode(stored: .text(row.text(1))) ?? .none
        person.receivedDate = text(2).flatMap { CivilDate(text: $0) }
        person.receivedDay = text(3).flatMap { CivilDate(text: $0) }
        person.counted.sex = code(4)
        person.counted.birthState = text(5)
        person.counted.company = code(6)
        person.counted.authority = code(7)
        person.counted.stay = text(8)
        person.counted.schooling = text(9)
        person.counted.detention = text(10)
        person.counted.destination = text(11)
        person.counted.repeatClass = code(12)
        person.birthDate = text(13).flatMap { CivilDate(text: $0) }
        person.seemsAdult = row.int(14) == 1
        person.ageDoubtAt = row.optionalInt(15).map { Instant(milliseconds: $0) }
        if marks(row, 16) { person.flags = [.unaccompaniedChild] }
        if marks(row, 17) { person.suggested = [.unaccompaniedChild] }
        person.answers[.detainedBy] = answer(.detainedBy, row, 18)
        for field in personal where !row.isNull(19) {
            if let answer = answer(field, row, 19) { person.personalAnswers[field] = answer }
        }
        person.exitMunicipality = text(20)
        person.exit = code(21)
        person.formVersion = row.optionalInt(22)
        return person
    }

    private static let personal: [ProfileField] = [
        .birthPrecision, .birthMunicipality, .destinationMunicipality,
    ]

    private static func marks(_ row: Statement, _ column: Int) -> Bool {
        guard !row.isNull(column) else { return false }
        return row.withBytes(column) { place(of: childAlone, in: $0) != nil }
    }
    private static let childAlone = Array(Flag.unaccompaniedChild.rawValue.utf8)

    /// One answer of a bag, where it lies: a quote within a text is escaped, so that a name between
    /// quotes with a colon behind it is a member's.
    private static func answer(_ field: ProfileField, _ row: Statement, _ column: Int) -> String? {
        guard !row.isNull(column), let name = names[field] else { return nil }
        let found: String?? = row.withBytes(column) { bytes in
            guard let start = place(of: name, in: bytes) else { return .some(nil) }
            let rest = bytes[(start + name.count)...]
            guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return .some(nil) }
            let value = bytes[(start + name.count)..<end]
            // What is escaped is read as a whole.
            guard !value.contains(UInt8(ascii: "\\")) else { return .none }
            return String(decoding: value, as: UTF8.self)
        }
        return found ?? Answers(stored: .text(row.text(column)))?[field]
    }
    private static let names = Dictionary(
        uniqueKeysWithValues: ([.detainedBy] + personal).map { field in
            (field, Array("\"\(field.rawValue)\":\"".utf8))
        })

    private static func place(of part: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let base = bytes.baseAddress, bytes.count >= part.count else { return nil }
        let last = bytes.count - part.count
        var start = 0
        while start <= last,
            let found = memchr(base + start, Int32(part[0]), last - start + 1)
        {
            start = base.distance(to: UnsafeRawPointer(found))
            if memcmp(found, part, part.count) == 0 { return start }
            start += 1
        }
        return nil
    }
}

extension SIOMRSheet {
    /// The same columns with what was given, as one plain statement: what reading them costs.
    package static let plainly = """
        SELECT \(SIOMRReader.columns),
        (SELECT group_concat(kind) FROM referral x WHERE x.reception = reception.id
        AND retractedAt IS NULL),
        (SELECT group_concat(kind) FROM help x WHERE x.reception = reception.id
        AND retractedAt IS NULL)
        FROM reception WHERE receivedDay IS NOT NULL
        """
}
