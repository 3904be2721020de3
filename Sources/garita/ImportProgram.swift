import Glibc
import Repatriation
import Store

/// `import list`: reads, reports and brings a hand-over list in, whole or not at all.
enum ImportProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.rest.first == "list", arguments.rest.count == 2 else {
            throw UsageError(
                "Uso: garita import list ARCHIVO --point NOG.",
                "Usage: garita import list FILE --point NOG.")
        }
        guard let code = try arguments.point() else {
            throw UsageError("Falta --point.", "--point is missing.")
        }
        let store = try arguments.openStore()
        let officer = try store.peer()
        try Permissions.check(AddToList(), by: officer, isDrill: store.isDrill)
        guard let point = try store.point(code) else { throw Refusal(.unknownPoint) }
        let path = arguments.rest[1]
        guard let bytes = path == "-" ? StoreFiles.read(0) : StoreFiles.read(path) else {
            throw UsageError("No se puede leer la lista.", "The list cannot be read.")
        }
        let importer = try ListImporter(store: store, officer: officer.id, point: point, now: now())
        let list = try importer.withoutThoseInside(try importer.read(bytes, options(arguments)))
        let already = try importer.already(list)
        let alike = try importer.alike(list)
        let isDry = arguments.has("dry-run")
        let given = try arguments["group"].map { try arguments.group($0, in: store, for: officer) }
        var group: Identifier<Group>?
        if !isDry && !list.rows.isEmpty {
            var announcement = Announcement()
            announcement.mode = try arguments.code("mode")
            announcement.authority = try arguments.code("authority")
            group = try importer.bring(
                list, into: given, announcement: announcement, again: arguments.has("again"))
        }
        let declared = try (given ?? group).flatMap {
            try store.answer(.group($0), for: officer.asker, at: now()).map(\.group)?.declared
        }
        let report = ListReport(
            list: list, group: group, alike: alike, already: already, declared: declared)
        put(
            arguments.isJSON
                ? report.json(arguments.language).serialized + "\n"
                : report.text(arguments.language))
        if arguments.has("remove"), group != nil, path != "-" {
            remove(path, list, arguments.language)
        }
        if group != nil { settle(store) }
        return list.rows.isEmpty ? 1 : 0
    }

    /// What the list has put off is done, a little at a time: whoever is killed here leaves it to
    /// others.
    private static func settle(_ store: Store) {
        while store.settleKeys() { usleep(2000) }
        store.tidy()
    }

    /// A file that still holds people who are in no store is kept, and that is said.
    private static func remove(_ path: String, _ list: HandoverList, _ language: Language) {
        if list.rejected.isEmpty, unlink(path) == 0 { return }
        complain(
            language(
                """
                El archivo no se borró: corrija los renglones que quedaron fuera, o bórrelo usted.
                """,
                """
                The file was not deleted: correct the rows that did not come in, or delete it \
                yourself.
                """
            ))
    }

    /// What the flags say of a list that the list leaves open.
    static func options(_ arguments: Arguments) throws -> HandoverList.Options {
        var options = HandoverList.Options()
        options.isBulk = arguments.has("bulk")
        options.dateOrder = try arguments["date-order"].map { text in
            try known(DateOrder(rawValue: text), "date-order", Bilingual("mdy o dmy", "mdy or dmy"))
        }
        options.sexCodes = try arguments["sex"].map { text in
            try known(
                HandoverList.SexCodes(rawValue: text), "sex", Bilingual("us o mx", "us or mx"))
        }
        options.names = try arguments["names"].map { text in
            try known(
                NameOrder(rawValue: text), "names",
                Bilingual("surnames o given", "surnames or given"))
        }
        options.encoding = try arguments["encoding"].map { text in
            let pages: [String: TextEncoding] = [
                "1252": .windows1252, "cp850": .cp850, "mac": .macRoman,
            ]
            return try known(
                pages[text], "encoding", Bilingual("1252, cp850 o mac", "1252, cp850 or mac"))
        }
        options.without = Set(
            try (arguments["without"] ?? "").split(separator: ",").map { word in
                let words = Bilingual("birthDate o surnames", "birthDate or surnames")
                return try known(HandoverList.Need(rawValue: String(word)), "without", words)
            })
        return options
    }

    private static func known<Value>(_ value: Value?, _ flag: String, _ allowed: Bilingual) throws
        -> Value
    {
        guard let value else {
            throw UsageError("--\(flag) toma \(allowed.es).", "--\(flag) takes \(allowed.en).")
        }
        return value
    }
}

/// Brings a list that was read into the store: one transaction for the whole list.
struct ListImporter {
    let store: Store
    let officer: Identifier<Officer>
    let point: ReceivingPoint
    let now: Instant

    /// The point's working day, by which repeated lists are told.
    let day: CivilDate
    /// The day on the point's calendar, by which birth dates are read: after midnight it is the
    /// next.
    let today: CivilDate

    init(store: Store, officer: Identifier<Officer>, point: ReceivingPoint, now: Instant)
        throws(StoreError)
    {
        self.store = store
        self.officer = officer
        self.point = point
        self.now = now
        day = try store.workingDay(of: point, at: now)
        today = try store.zone(point.zone).local(now).day
    }

    /// Reads the bytes of a list.
    func read(_ bytes: [UInt8], _ options: HandoverList.Options) throws(HandoverList.Failure)
        -> HandoverList
    {
        try HandoverList(ListFile.text(bytes), day: today, options, convert: CodePages.convert)
    }

    /// Who of the list stands in a group of this day already, by name and birth date: a list saved
    /// anew, or people moved from one bus to another.
    /// A child alone whom the reader is not told of stands in none.
    ///
    /// Traced where nobody is looked for by likeness besides.
    func already(
        _ list: HandoverList, noting: (Trace) -> Trace? = { _ in nil }
    ) throws -> [Int: GroupOfTheDay] {
        let told = try known(list, noting: noting).compactMap { line, group in
            group.map { (line, $0) }
        }
        return Dictionary(told, uniquingKeysWith: { first, _ in first })
    }

    /// Each of the people who is known, with the line: two may stand on one.
    private func known(
        _ list: HandoverList, noting: (Trace) -> Trace? = { _ in nil }
    ) throws -> [(line: Int, group: GroupOfTheDay?)] {
        let people = list.rows.map { (line: $0.line, person: $0.person) }
        return try store.answer(
            .listed(people, at: point.code, day: day), for: .officer(officer), at: now,
            noting: noting)
    }

    /// The list without those who are inside already, beyond doubt: they are named with where they
    /// are, but for those whom the reader is not told of.
    func withoutThoseInside(_ list: HandoverList) throws -> HandoverList {
        let people = list.rows.enumerated().map { (number: $0.offset, person: $0.element.person) }
        let inside = try store.answer(.inside(people), for: .officer(officer), at: now)
        let reasons = inside.mapValues { found in
            found.point.map {
                Bilingual("ya está adentro, en \($0)", "is inside already, at \($0)")
            } ?? Bilingual("ya está adentro", "is inside already")
        }
        return list.rejecting(reasons)
    }

    /// Who of the list may have come before, by line; a very long list is matched afterwards.
    func alike(_ list: HandoverList) throws -> [Int: [MatchCandidate]] {
        guard list.rows.count <= 5000 else { return [:] }
        return try store.answer(
            .matches(list.rows.map { ($0.line, $0.person) }), for: .officer(officer), at: now
        ).filter { !$0.value.isEmpty }
    }

    /// Announces a group when none is given, and adds everybody: all in one transaction, or
    /// nothing.
    ///
    /// The same list twice in a day is refused here, inside the transaction, so that two desks
    /// cannot both bring it.
    func bring(
        _ list: HandoverList, into given: Identifier<Group>?, announcement: Announcement,
        again: Bool
    ) throws(PerformFailure) -> Identifier<Group> {
        let people = list.rows.map(\.person)
        let seq = try wrapped { try store.newestEvent() }
        let unknown = again ? 0 : try wrapped { try unlisted(people) }
        if !again, unknown == 0 { throw .refused(Refusal(.twiceTheSame)) }
        try wrapped { try store.foresee(people) }
        return try store.batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
            let isTwice = try wrapped {
                if again { return false }
                if try store.group(with: list.fingerprint, at: point.code, day: day) != nil {
                    return true
                }
                // Whoever was nobody then can be somebody only by a fact since.
                return try store.changesOfPeople(since: seq) >= unknown && unlisted(people) == 0
            }
            if isTwice { throw .refused(Refusal(.twiceTheSame)) }
            if let given {
                let line = try wrapped {
                    try store.answer(.group(given), for: .officer(officer), at: now)
                }
                guard line?.group.point == point.code else {
                    throw .refused(Refusal(.unknownGroup))
                }
            }
            let group = if let given { given } else { try announce(announcement) }
            if given != nil, announcement != Announcement() {
                _ = try store.perform(.act(AmendGroup(group, announcement)), by: officer, at: now)
            }
            let command = Command.act(AddToList(group, people, fingerprint: list.fingerprint))
            _ = try store.perform(command, by: officer, at: now)
            return group
        }
    }

    /// How many of a list stand in no group of the day yet.
    private func unlisted(_ people: [PersonData]) throws -> Int {
        try store.answer(
            .unlisted(people, at: point.code, day: day), for: .officer(officer), at: now)
    }

    private func wrapped<Value>(_ body: () throws -> Value) throws(PerformFailure) -> Value {
        do { return try body() } catch {
            if let refusal = error as? Refusal { throw .refused(refusal) }
            throw .failed(error as? StoreError ?? .unreadable(path: store.path))
        }
    }

    private func announce(_ announcement: Announcement) throws(PerformFailure) -> Identifier<Group>
    {
        let answer = try store.perform(
            .act(AnnounceGroup(point.code, announcement)), by: officer, at: now)
        guard let group = (answer.result as? Announced)?.group else {
            throw .refused(Refusal(.unknownGroup))
        }
        return group
    }
}
