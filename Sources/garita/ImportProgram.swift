import Glibc
import Repatriation
import Store

/// `import list`: reads, reports and brings a hand-over list in, whole or not at all.
enum ImportProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.rest.first == "list", arguments.rest.count == 2 else {
            throw UsageError(
                "Uso: garita import list ARCHIVO --point NOG.", "Usage: garita import list FILE --point NOG.")
        }
        guard let code = try arguments.point() else { throw UsageError("Falta --point.", "--point is missing.") }
        let store = try arguments.openStore()
        let officer = try store.peer()
        try Permissions.check(.group(.addToList(Identifier(0), [])), by: officer, isDrill: store.isDrill)
        guard let point = try store.point(code) else { throw Refusal(.unknownPoint) }
        let path = arguments.rest[1]
        guard let bytes = path == "-" ? StoreFiles.read(0) : StoreFiles.read(path) else {
            throw UsageError("No se puede leer la lista.", "The list cannot be read.")
        }
        let importer = try ListImporter(store: store, officer: officer.id, point: point, now: now())
        let list = try importer.withoutThoseInside(try read(bytes, importer.day, arguments))
        let alike = try importer.alike(list)
        let isDry = arguments.has("dry-run")
        var group: Identifier<Group>?
        if !isDry && !list.rows.isEmpty {
            var announcement = Announcement()
            announcement.mode = try arguments.code("mode")
            announcement.authority = try arguments.code("authority")
            let given = try arguments["group"].map { try identifier($0) }
            group = try importer.bring(list, into: given, announcement: announcement, again: arguments.has("again"))
        }
        let report = ListReport(list: list, group: group, day: importer.day, alike: alike)
        put(arguments.isJSON ? report.json(arguments.language).serialized + "\n" : report.text(arguments.language))
        if arguments.has("remove"), group != nil, path != "-" { remove(path, list, arguments.language) }
        return list.rows.isEmpty ? 1 : 0
    }

    /// A file that still holds people who are in no store is kept, and that is said.
    private static func remove(_ path: String, _ list: HandoverList, _ language: Language) {
        if list.rejected.isEmpty, unlink(path) == 0 { return }
        complain(
            Bilingual(
                "El archivo no se borró: corrija los renglones que quedaron fuera, o bórrelo usted.",
                "The file was not deleted: correct the rows that did not come in, or delete it yourself.")(language))
    }

    private static func identifier(_ text: String) throws -> Identifier<Group> {
        guard let value = Int(text), value > 0 else { throw Refusal(.unknownGroup) }
        return Identifier(value)
    }

    static func read(_ bytes: [UInt8], _ day: CivilDate, _ arguments: Arguments) throws -> HandoverList {
        var order: DateOrder?
        if let text = arguments["date-order"] {
            guard let known = DateOrder(rawValue: text) else {
                throw UsageError("--date-order toma mdy o dmy.", "--date-order takes mdy or dmy.")
            }
            order = known
        }
        var sex: HandoverList.SexCodes?
        if let text = arguments["sex"] {
            guard let known = HandoverList.SexCodes(rawValue: text) else {
                throw UsageError("--sex toma us o mx.", "--sex takes us or mx.")
            }
            sex = known
        }
        return try HandoverList(bytes, day: day, dateOrder: order, sexCodes: sex, isBulk: arguments.has("bulk"))
    }
}

/// Brings a list that was read into the store: one transaction for the whole list.
struct ListImporter {
    let store: Store
    let officer: Identifier<Officer>
    let point: ReceivingPoint
    let now: Instant

    /// The point's working day, which two-digit years and repeated lists are judged by.
    let day: CivilDate

    init(store: Store, officer: Identifier<Officer>, point: ReceivingPoint, now: Instant) throws(StoreError) {
        self.store = store
        self.officer = officer
        self.point = point
        self.now = now
        day = try store.workingDay(of: point, at: now)
    }

    /// The list without those who are inside already, beyond doubt: they are named with where they are, but for
    /// those whom the reader is not told of.
    func withoutThoseInside(_ list: HandoverList) throws(StoreError) -> HandoverList {
        var reasons: [Int: Bilingual] = [:]
        let eyes = try store.eyes()
        for row in list.rows where row.person.curp != nil {
            guard let found = try store.certainlyInside(MatchFacts(row.person)) else { continue }
            reasons[row.line] =
                found.isNamed(to: eyes)
                ? Bilingual("ya está adentro, en \(found.point)", "is inside already, at \(found.point)")
                : Bilingual("ya está adentro", "is inside already")
        }
        return list.rejecting(reasons)
    }

    /// Who of the list may have come before, by line; a very long list is matched afterwards.
    func alike(_ list: HandoverList) throws(StoreError) -> [Int: [MatchCandidate]] {
        guard list.rows.count <= 5000 else { return [:] }
        var found: [Int: [MatchCandidate]] = [:]
        for row in list.rows {
            let candidates = try store.matches(MatchFacts(row.person))
            if !candidates.isEmpty { found[row.line] = candidates }
        }
        guard !found.isEmpty else { return found }
        try store.note(
            ReadRecord(at: now, officer: officer, subject: 0, what: "match", reason: nil, count: found.count))
        return found
    }

    /// Announces a group when none is given, and adds everybody: all in one transaction, or nothing.
    ///
    /// The same list twice in a day is refused here, inside the transaction, so that two desks cannot both bring it.
    func bring(
        _ list: HandoverList, into given: Identifier<Group>?, announcement: Announcement, again: Bool
    ) throws(PerformFailure) -> Identifier<Group> {
        try store.batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
            let earlier = try wrapped { () throws(StoreError) in
                try store.group(with: list.fingerprint, at: point.code, day: day)
            }
            if earlier != nil, !again { throw .refused(Refusal(.twiceTheSame)) }
            if let given {
                let line = try wrapped { () throws(StoreError) in try store.group(given) }
                guard line?.group.point == point.code else { throw .refused(Refusal(.unknownGroup)) }
            }
            let group = if let given { given } else { try announce(announcement) }
            if given != nil, announcement != Announcement() {
                _ = try store.perform(.group(.amend(group, announcement)), by: officer, at: now)
            }
            let people = list.rows.map(\.person)
            let command = Command.group(.addToList(group, people, fingerprint: list.fingerprint))
            _ = try store.perform(command, by: officer, at: now)
            return group
        }
    }

    private func wrapped<Value>(_ body: () throws(StoreError) -> Value) throws(PerformFailure) -> Value {
        do throws(StoreError) { return try body() } catch { throw .failed(error) }
    }

    private func announce(_ announcement: Announcement) throws(PerformFailure) -> Identifier<Group> {
        let answer = try store.perform(.group(.announce(point.code, announcement)), by: officer, at: now)
        guard let group = answer.result["group"]?.integer else { throw .refused(Refusal(.unknownGroup)) }
        return Identifier(group)
    }
}
