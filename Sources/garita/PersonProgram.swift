import Repatriation
import Store

/// `person`: what people ask about the data held on them, and what they are given.
enum PersonProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let words = arguments.rest
        let store = try arguments.openStore()
        let officer = try store.acting(arguments).officer
        switch words.first {
        case "export" where words.count == 2: return try export(words[1], store, officer, arguments)
        case "request" where words.count == 3:
            return try request(words[1], words[2], store, officer, arguments)
        case "extend" where words.count == 2: return try extend(words[1], store, officer, arguments)
        case "answer" where words.count >= 3: return try answer(words, store, officer, arguments)
        case "requests" where words.count == 1: return try list(store, officer, arguments)
        default:
            throw UsageError(
                """
                Uso: garita person export ID | request ID \
                access|rectification|cancellation|opposition | requests | 
                """
                    + "extend SOLICITUD --reason … | answer SOLICITUD granted|partly|refused [campo=valor…].",
                """
                Usage: garita person export ID | request ID \
                access|rectification|cancellation|opposition | requests | 
                """
                    + "extend REQUEST --reason … | answer REQUEST granted|partly|refused [field=value…]."
            )
        }
    }

    private static func identifier<Kind>(_ word: String) throws -> Identifier<Kind> {
        guard let number = Int(word), number > 0 else {
            throw UsageError(
                "Falta el número: garita person … ID.", "The number is missing: garita person … ID."
            )
        }
        return Identifier(number)
    }

    /// Who asks, where `--capacity` says that somebody does: by the options, or asked on the
    /// terminal.
    private static func requester(_ arguments: Arguments) throws -> Requester? {
        guard let capacity: Capacity = try arguments.code("capacity") else {
            guard arguments["requester"] == nil, arguments["document"] == nil else {
                throw UsageError(
                    "Falta --capacity self|guardian|representative.",
                    "--capacity self|guardian|representative is missing.")
            }
            return nil
        }
        let name =
            try arguments["requester"]
            ?? Ask.line(Bilingual("Quién lo pide:", "Who asks:"), arguments)
        let paper =
            try arguments["document"]
            ?? Ask.line(Bilingual("Con qué documento:", "By which paper:"), arguments)
        guard let name = try CommandReader.clean(name, "requester"),
            let paper = try CommandReader.clean(paper, "document")
        else { throw Refusal(.missingField, ["field": "requester"]) }
        let ground = try arguments["ground"].flatMap { try CommandReader.clean($0, "ground") }
        return Requester(name: name, document: paper, capacity: capacity, ground: ground)
    }

    /// Everything held about one person. With who asks, the request is recorded and answered with
    /// it.
    private static func export(
        _ word: String, _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        let id: Identifier<Reception> = try identifier(word)
        let requester = try requester(arguments)
        let now = try store.moment(arguments)
        let found = try store.answer(.wholeFile(id.value), for: officer.asker, at: now)
        if let requester, let last = found.receptions.last {
            try give(last, found, requester, store, officer, now)
        }
        let report = WholeFileReport(
            file: try store.answer(
                .wholeFile(id.value, for: requester), for: officer.asker, at: now,
                noting: { _ in nil }),
            store: store, requester: requester, at: now,
            language: arguments.language)
        put(arguments.isJSON ? try report.json.serialized + "\n" : try report.text)
        return 0
    }

    /// The request for access that the same person made, or one of this moment, answered by what is
    /// handed over: all in one transaction.
    private static func give(
        _ reception: Reception, _ file: WholeFile, _ requester: Requester, _ store: Store,
        _ officer: Officer,
        _ now: Instant
    ) throws(PerformFailure) {
        try store.batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
            var request = file.belonging.compactMap { $0 as? RightsRequest }.first {
                $0.isWaiting(for: requester)
            }?.id
            if request == nil {
                let command = Command.act(RequestRights(reception.id, .access, requester))
                let asked =
                    try store.perform(command, by: officer.id, at: now).result as? RightsAsked
                request = asked?.request
            }
            guard let request else { return }
            _ = try store.perform(
                .act(AnswerRights(request, RightsResolution(.granted))), by: officer.id, at: now)
        }
    }

    private static func request(
        _ word: String, _ right: String, _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        guard let right = Right(rawValue: right) else {
            let allowed = Right.allCases.map { JSON.string($0.rawValue) }
            throw Refusal(.unknownCode, ["field": "right", "allowed": .array(allowed)])
        }
        guard let requester = try requester(arguments) else {
            throw UsageError(
                "Falta --capacity self|guardian|representative.",
                "--capacity self|guardian|representative is missing.")
        }
        return try report(
            .act(RequestRights(try identifier(word), right, requester)), store, officer, arguments)
    }

    private static func extend(
        _ word: String, _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        guard
            let reason = try arguments["reason"].flatMap({ try CommandReader.clean($0, "reason") })
        else {
            throw Refusal(.reasonMissing)
        }
        return try report(
            .act(ExtendRights(try identifier(word), reason: reason)), store, officer, arguments)
    }

    /// `answer 12 granted birthDate=1990-05-06`, `answer 12 granted --opposes contact`,
    /// `answer 12 refused --note …`.
    private static func answer(
        _ words: [String], _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        var members: [String: JSON] = [
            "do": "answerRights",
            "request": .int((try identifier(words[1]) as Identifier<RightsRequest>).value),
            "answer": .string(words[2]), "note": JSON(arguments["note"]),
        ]
        if let opposes = arguments["opposes"] {
            members["opposes"] = .array(opposes.split(separator: ",").map { .string(String($0)) })
        }
        let fields = try Arguments.assignments(words.dropFirst(3)).map {
            ($0.field, JSON.string($0.value))
        }
        if !fields.isEmpty {
            members["fields"] = .object(Dictionary(fields, uniquingKeysWith: { $1 }))
        }
        return try report(try Command(.object(members)), store, officer, arguments)
    }

    private static func report(
        _ command: Command, _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        let answer = try store.perform(command, by: officer.id, at: try store.moment(arguments))
        if arguments.isJSON {
            say(JSON.object(answer.members).serialized)
            return 0
        }
        let asked = answer.result as? RightsAsked
        let number = asked.map { "\($0.request.value)  " } ?? ""
        let term = (asked?.due).map { RightsTerm.answer(by: $0) } ?? answer.result as? RightsTerm
        say(number + (term?.words ?? Bilingual("Anotado", "Noted"))(arguments.language))
        return 0
    }

    private static func list(
        _ store: Store, _ officer: Officer, _ arguments: Arguments
    ) throws -> Int32 {
        for request in try store.answer(.rightsRequests, for: officer.asker, at: now()) {
            if arguments.isJSON {
                say(ShowProgram.fields(request, ["request": .int(request.id.value)]).serialized)
            } else {
                let until = request.state == .open ? request.dueOn : request.carryOutBy
                let state = (request.answer?.label ?? Bilingual("pendiente", "open"))(
                    arguments.language)
                say(
                    """
                    \(request.id.value)  \(request.right.label(arguments.language))  \(state)  \
                    \(until?.shown ?? "–")  \(request.point.text) \(request.reception.value)
                    """
                )
            }
        }
        return 0
    }
}
