import Glibc
import Repatriation
import Screens
import Store

/// `show`: one thing as text or JSON.
enum ShowProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let kind = arguments.rest.first else {
            throw UsageError(
                "Uso: garita show group|reception|referral|point|journal|alarms ID.",
                "Usage: garita show group|reception|referral|point|journal|alarms ID.")
        }
        let store = try arguments.openStore()
        let officer = try store.peer()
        let ids = Array(arguments.rest.dropFirst())
        if kind == "journal" {
            return try arguments.has("reads")
                ? reads(ids, store, officer, arguments) : journal(ids, store, officer, arguments)
        }
        if kind == "alarms" { return try AlarmProgram.show(store, officer, arguments) }
        guard !ids.isEmpty else {
            throw UsageError("Falta el número.", "The identifier is missing.")
        }
        for id in ids {
            put(try thing(kind, id, store, officer, arguments))
        }
        return 0
    }

    /// One thing in words, or as JSON.
    private static func thing(
        _ kind: String, _ id: String, _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> String {
        func ask<Answer>(_ reading: Reading<Answer>, _ reason: ReadReason? = nil) throws -> Answer {
            try store.answer(reading, for: officer.asker, at: now(), why: reason)
        }
        func said(_ json: JSON) -> String { arguments.isJSON ? json.serialized + "\n" : text(json) }
        switch kind {
        case "group":
            let id = try arguments.group(id, in: store, for: officer)
            guard let line = try ask(.group(id)) else { throw Refusal(.unknownGroup) }
            let reason = try reason(isOwn: line.group.stage != .concluded, arguments)
            guard let roll = try ask(.roll(of: id), reason) else { throw Refusal(.unknownGroup) }
            return said(group(roll.line, roll.rows))
        case "reception":
            let id = Identifier<Reception>(Int(id) ?? 0)
            guard let person = try ask(.person(id)) else { throw Refusal(.unknownReception) }
            let reason = try reason(isOwn: person.isInside || person.stage == .listed, arguments)
            guard let card = try ask(.card(id, as: .show), reason) else {
                throw Refusal(.unknownReception)
            }
            let json = fields(
                card.reception,
                [
                    "reception": .int(card.reception.id.value),
                    "state": .string(card.reception.stage.rawValue),
                ])
            let sheet = arguments.isJSON ? "" : "\n" + InterviewSheet(card, arguments.language).text
            return said(json) + sheet
        case "referral":
            guard let line = try ask(.referral(Identifier(Int(id) ?? 0))) else {
                throw Refusal(.unknownReferral)
            }
            return said(line.json)
        case "point":
            guard let code = PointCode(id), let point = try ask(.point(code)) else {
                throw Refusal(.unknownPoint)
            }
            return said(fields(point, [:]))
        default: throw UsageError("No se muestra «\(kind)».", "«\(kind)» is not shown.")
        }
    }

    /// Why somebody who is no longer here is looked at: by the option, or asked on the terminal. A
    /// program that reads without saying why leaves a trace without a reason.
    private static func reason(isOwn: Bool, _ arguments: Arguments) throws -> ReadReason? {
        if let told: ReadReason = try arguments.code("reason") { return told }
        guard !isOwn, isatty(0) == 1, isatty(1) == 1 else { return nil }
        let choices = zip(1..., ReadReason.allCases).map { number, reason in
            "\(number) \(reason.label(arguments.language))"
        }
        let list = choices.joined(separator: " · ")
        let answer = try Ask.line(
            Bilingual(
                "Ya no está aquí. ¿Para qué se consulta? \(list):",
                "No longer here. Why do you look? \(list):"),
            arguments)
        guard let number = Int(answer), ReadReason.allCases.indices.contains(number - 1) else {
            throw Refusal(.reasonMissing)
        }
        return Array(ReadReason.allCases)[number - 1]
    }

    static func fields<E: Entity>(_ entity: E, _ own: [String: JSON]) -> JSON {
        let members = E.fields.map { ($0.name, $0.get(entity).json) }
        return .object(Dictionary(members, uniquingKeysWith: { $1 }).merging(own) { $1 })
    }

    private static func group(_ line: GroupLine, _ roll: [RollRow]) -> JSON {
        let counts = line.counts
        let group = line.group
        let people = roll.map { row -> JSON in
            let person = row.reception
            return [
                "reception": .int(person.id.value), "ticket": JSON(person.ticket),
                "state": .string(person.stage.rawValue),
                "listNumber": JSON(person.listNumber), "offList": .bool(person.isOffList),
                "given": JSON(person.given),
                "firstSurname": JSON(person.firstSurname),
                "secondSurname": JSON(person.secondSurname),
                "birthDate": JSON(person.birthDate?.text),
                "birthPrecision": JSON(person.answer(.birthPrecision)),
                "sex": JSON(person.sex?.rawValue),
                "nationality": JSON(person.nationality?.rawValue),
                "belongings": JSON(person.belongings?.rawValue),
                "suggested": .array(person.suggested.map(\.rawValue).sorted().map(JSON.string)),
            ]
        }
        return [
            "group": .int(group.id.value), "name": .string(group.name),
            "point": .string(group.point.text),
            "state": .string(group.stage.rawValue), "mode": .string(group.mode.rawValue),
            "authority": .string(group.authority.rawValue), "outOfHours": .bool(group.isOutOfHours),
            "office": JSON(group.office), "calledBy": JSON(group.calledBy),
            "phone": JSON(group.phone),
            "counts": [
                "listed": .int(counts.onList), "pending": .int(counts.pending),
                "received": .int(counts.received),
                "noShow": .int(counts.noShow), "offList": .int(counts.offList),
                "transferred": .int(counts.transferred),
                "foreign": .int(counts.foreign),
                "notAccredited": .int(counts.notAccredited), "released": .int(counts.released),
                "inside": .int(counts.inside), "line": JSON(group.line), "room": JSON(group.room),
                "declared": JSON(group.declared),
            ], "receptions": .array(people),
        ]
    }

    private static func text(_ json: JSON, indent: String = "") -> String {
        guard case .object(let members) = json else {
            return "\(indent)\(json.text ?? json.serialized)\n"
        }
        return members.sorted { $0.key < $1.key }.filter { $0.value != .null }.map { key, value in
            switch value {
            case .object: "\(indent)\(key):\n" + text(value, indent: indent + "  ")
            case .array(let elements) where elements.contains { $0["reception"] != nil }:
                "\(indent)\(key):\n"
                    + elements.map { text($0, indent: indent + "  ") }.joined(separator: "\n")
            default: "\(indent)\(key): \(value.text ?? value.serialized)\n"
            }
        }.joined()
    }

    /// `show journal --reads [ID…]`: who saw whom, when and why, for whoever audits or leads.
    private static func reads(
        _ ids: [String], _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        for subject in ids.isEmpty ? [nil] : ids.map({ Int($0) ?? 0 }) {
            for read in try store.answer(.reads(of: subject), for: officer.asker, at: now()) {
                let who = try store.officer(read.officer)?.short ?? "?"
                if arguments.isJSON {
                    let json: JSON = [
                        "at": .string(read.at.text), "officer": .int(read.officer.value),
                        "what": .string(read.what),
                        "subject": .int(read.subject), "reason": JSON(read.reason?.rawValue),
                        "count": JSON(read.count),
                    ]
                    say(json.serialized)
                } else {
                    let why = read.reason.map { "  \($0.label(arguments.language))" } ?? ""
                    let count = read.count.map { "  \($0)" } ?? ""
                    say(
                        """
                        \(read.at.text)  \(who)  \(read.words(arguments.language))  \
                        \(read.subject)\(count)\(why)
                        """
                    )
                }
            }
        }
        return 0
    }

    private static func journal(
        _ ids: [String], _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        for subject in ids.isEmpty ? [nil] : ids.map({ Int($0) ?? 0 }) {
            let history = Reading<Void>.history(
                of: subject, later: { say(later($0, arguments)) },
                { entry throws(StoreError) in try line(entry, store, arguments) })
            try store.answer(history, for: officer.asker, at: now())
        }
        return 0
    }

    private static func line(
        _ entry: JournalEntry, _ store: Store, _ arguments: Arguments
    ) throws(StoreError) {
        // The plain view names fields and never the values of a person.
        let fields = entry.event.changes.flatMap { $0.entries.map(\.field) }
        let who = try store.officer(entry.officer)?.initials ?? "?"
        if arguments.isJSON {
            let json: JSON = [
                "seq": JSON(entry.seq), "at": .string(entry.at.text),
                "occurredAt": JSON(entry.occurredAt?.text), "act": .int(entry.act.value),
                "kind": .string(entry.event.kind.rawValue),
                "subject": .int(entry.event.subject),
                "point": .string(entry.point), "desk": JSON(entry.desk),
                "officer": .int(entry.officer.value),
                "undoes": JSON(entry.event.undoes?.value),
                "fields": .array(fields.map(JSON.string)),
            ]
            say(json.serialized)
        } else {
            let row = entry.seq.map { "\($0) " } ?? ""
            let then = entry.occurredAt.map { " ◷ \($0.text)" } ?? ""
            say(
                """
                \(row)\(entry.at.text)\(then) \(entry.point) \(who) \(entry.event.kind.rawValue) \
                \(entry.event.subject) \(fields.joined(separator: ","))
                """
            )
        }
    }

    /// That there is a row of a later program, and nothing of what it says.
    private static func later(_ row: LaterRow, _ arguments: Arguments) -> String {
        guard !arguments.isJSON else {
            let json: JSON = [
                "seq": .int(row.seq), "at": JSON(row.at?.text), "kind": .string(row.kind),
                "v": .int(row.version), "later": true,
            ]
            return json.serialized
        }
        let words = Bilingual("de un programa posterior", "of a later program")
        return "\(row.seq) \(row.at?.text ?? "–") \(row.kind) (\(words(arguments.language)))"
    }
}

/// `search` and `curp`.
enum SearchPrograms {
    static func search(_ arguments: Arguments) throws -> Int32 {
        let store = try arguments.openStore()
        let officer = try store.peer()
        let isPiped = arguments.rest.isEmpty || arguments.rest == ["-"]
        if !isPiped {
            complain(
                arguments.language(
                    "el nombre queda en el historial del intérprete; mejor «garita search -».",
                    "the name stays in the shell's history; «garita search -» does not."))
        }
        // More than is ever looked for is refused by the search; it is not gathered first.
        let text =
            isPiped
            ? String(decoding: StoreFiles.read(0, upTo: Hit.longest + 1) ?? [], as: UTF8.self)
            : arguments.rest.joined(separator: " ")
        let hits = try store.answer(
            .search(text, at: try arguments.point()), for: officer.asker, at: now())
        list(hits, arguments)
        return hits.isEmpty ? 1 : 0
    }

    private static func list(_ hits: [Hit], _ arguments: Arguments) {
        if arguments.isJSON {
            let rows = hits.map { hit -> JSON in
                [
                    "reception": .int(hit.id.value), "ticket": JSON(hit.ticket),
                    "point": .string(hit.point.text),
                    "group": .string(hit.group), "state": .string(hit.stage.rawValue),
                    "name": JSON(hit.name.name?.listed),
                    "birthDate": JSON(hit.birth?.day.text),
                ]
            }
            say(JSON.array(rows).serialized)
        } else {
            for hit in hits {
                let name = hit.name.words(arguments.language)
                say(
                    """
                    \(hit.point.text) \(hit.group) \(hit.ticket.map(String.init) ?? "-")  \(name) \
                     \(hit.stageWords(arguments.language))  \(hit.id.value)
                    """
                )
            }
        }
    }

    static func curp(_ arguments: Arguments) throws -> Int32 {
        let isPiped = arguments.rest.isEmpty || arguments.rest == ["-"]
        let texts =
            isPiped
            ? String(decoding: StoreFiles.read(0) ?? [], as: UTF8.self).split(
                whereSeparator: \.isWhitespace
            ).map(
                String.init)
            : arguments.rest
        guard !texts.isEmpty else { throw UsageError("Falta la CURP.", "The CURP is missing.") }
        let checked = texts.map(CURP.init)
        if arguments.isJSON {
            let rows = checked.map { curp -> JSON in
                [
                    "curp": .string(curp.text), "valid": .bool(curp.isValid),
                    "failures": .array(curp.failures.map { .string($0.rawValue) }),
                ]
            }
            say(JSON.array(rows).serialized)
        } else {
            for curp in checked {
                say(
                    """
                    \(curp.failures.contains(.structure) ? "—" : curp.text)  \
                    \(words(curp)(arguments.language))
                    """
                )
            }
        }
        return checked.allSatisfy(\.isValid) ? 0 : 1
    }

    private static func words(_ curp: CURP) -> Bilingual {
        if curp.isValid { return Bilingual("válida", "valid") }
        let names = curp.failures.map(\.label).joined()
        return Bilingual("no válida: \(names.es)", "not valid: \(names.en)")
    }
}
