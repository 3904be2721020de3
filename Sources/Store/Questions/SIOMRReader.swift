import Glibc
import Repatriation
import SQLite

/// Reads what a row is made of, and no more: of half a million people each text less is seconds.
final class SIOMRReader {
    private let names: SIOMRNames
    /// What sets of services say, by their text: there are few.
    private var services: [Services: SIOMRServices] = [:]
    /// Whoever was read last: what makes up a row is of the next each time, the rest is as new.
    private var person = Reception(id: Identifier(0))

    init(_ names: SIOMRNames) { self.names = names }

    /// What is read of a reception.
    static let columns = """
        id, coalesce(firstPoint, point), receivedDate, receivedDay, countedSex, countedBirthState,
        countedCompany, countedAuthority, countedStay, countedSchooling, countedDetention,
        countedDestination, countedRepeat, birthDate, seemsAdult, ageDoubtAt, flags, suggested,
        answers, personalAnswers, exitMunicipality, exit, formVersion,
        blockedAt IS NOT NULL OR removal IS NOT NULL, countedGiven, countedReferred, countedClaimed
        """

    /// Nothing is told of somebody whose data are blocked, or gone.
    static func isHeld(_ row: Statement) -> Bool { row.int(23) == 1 }

    /// Somebody's row; nil of an event whose day is no day.
    func row(_ row: Statement) -> SIOMRRow? {
        let given = services(row)
        return SIOMRReader.row(row, &person, given, names)
    }

    private static func row(
        _ row: Statement, _ person: inout Reception, _ given: SIOMRServices, _ names: SIOMRNames
    ) -> SIOMRRow? {
        read(row, into: &person)
        return SIOMRRow(person, given, names)
    }

    private struct Services: Hashable {
        let given: String
        let referred: String
        let claimed: String
    }

    /// What somebody was given and referred for, as it was counted.
    private func services(_ row: Statement) -> SIOMRServices {
        let text = Services(given: row.text(24), referred: row.text(25), claimed: row.text(26))
        if let known = services[text] { return known }
        var found = SIOMRServices()
        func codes(_ column: Int) -> [String] {
            row.text(column).split(separator: ",").map(String.init)
        }
        for code in codes(24) { found.give(code) }
        for code in codes(25) { found.refer(code) }
        if !codes(26).isEmpty { found.claim() }
        if services.count > 4096 { services = [:] }
        services[text] = found
        return found
    }

    /// What a row of the sheet is made of; of no field is left what the one before had there.
    private static func read(_ row: Statement, into person: inout Reception) {
        func text(_ column: Int) -> String? {
            row.withBytes(column) {
                $0.baseAddress == nil ? nil : String(decoding: $0, as: UTF8.self)
            }
        }
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
        person.flags = marks(row, 16) ? [.unaccompaniedChild] : nil
        person.suggested = marks(row, 17) ? [.unaccompaniedChild] : []
        person.answers[.detainedBy] = answer(.detainedBy, row, 18)
        for field in personal { person.personalAnswers[field] = answer(field, row, 19) }
        person.exitMunicipality = text(20)
        person.exit = code(21)
        person.formVersion = row.optionalInt(22)
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
        guard !row.isNull(column), let name = quoted[field] else { return nil }
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
    private static let quoted = Dictionary(
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
    /// The same columns as one plain statement: what reading them costs.
    package static let plainly =
        "SELECT \(SIOMRReader.columns) FROM reception WHERE receivedDay IS NOT NULL"
}
