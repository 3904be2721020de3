import Repatriation
import Store

/// `officer`: who works here, and what each may do.
enum OfficerProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let words = arguments.rest
        let store = try arguments.openStore()
        if words.first == "password", words.count <= 2 {
            return try password(words.dropFirst().first, store, arguments)
        }
        if words == ["pin"] { return try pin(store, arguments) }
        let actor = try store.acting(arguments)
        switch words.first {
        case "list" where words.count == 1: return try list(store, arguments)
        case "add" where words.count == 2: return try add(words[1], store, actor, arguments)
        case "role" where words.count == 3:
            return try role(words[1], words[2], store, actor, arguments)
        case "suspend" where words.count == 2:
            return try change(words[1], store, actor, arguments) { $0.isSuspended = true }
        case "restore" where words.count == 2:
            return try change(words[1], store, actor, arguments) { $0.isSuspended = false }
        case "rename" where words.count == 3:
            return try change(words[1], store, actor, arguments) { $0.name = words[2] }
        case "bind" where words.count == 3:
            return try change(words[1], store, actor, arguments) {
                $0.account = words[2] == "-" ? "" : words[2]
            }
        default:
            throw UsageError(
                """
                Uso: garita officer list | add NOMBRE [--roles a,b] [--account CUENTA] | role \
                OFICIAL +opi | 
                """
                    + "role OFICIAL -opi | suspend OFICIAL | restore OFICIAL | rename OFICIAL NOMBRE | bind OFICIAL CUENTA | password [OFICIAL] | pin.",
                """
                Usage: garita officer list | add NAME [--roles a,b] [--account ACCOUNT] | role \
                OFFICER +opi | 
                """
                    + "role OFFICER -opi | suspend OFFICER | restore OFFICER | rename OFFICER NAME | bind OFFICER ACCOUNT | password [OFFICER] | pin."
            )
        }
    }

    private static func list(_ store: Store, _ arguments: Arguments) throws -> Int32 {
        let officers = try store.allOfficers()
        if arguments.isJSON {
            say(JSON.array(try officers.map { try json($0, store) }).serialized)
        } else {
            for officer in officers { say(try line(officer, store, arguments.language)) }
        }
        return 0
    }

    private static func json(_ officer: Officer, _ store: Store) throws -> JSON {
        [
            "officer": .int(officer.id.value), "name": .string(officer.name),
            "account": JSON(officer.account),
            "roles": .array(officer.effectiveRoles.map(\.rawValue).sorted().map(JSON.string)),
            "suspended": .bool(officer.isSuspended),
            "pending": JSON(try store.pendingAct(about: officer.id.value, now: now())?.act.value),
        ]
    }

    private static func line(_ officer: Officer, _ store: Store, _ language: Language) throws
        -> String
    {
        let roles = OfficerRole.allCases.filter(officer.effectiveRoles.contains).map {
            $0.label(language)
        }
        let account = language("cuenta", "account")
        let marks = [
            officer.isSuspended ? language("suspendida", "suspended") : nil,
            try store.pendingAct(about: officer.id.value, now: now()).map { _, asked in
                let role = OfficerRole.allCases.first {
                    asked.form.contains("\"grant\":\"\($0.rawValue)\"")
                }
                let who = try store.officer(asked.askedBy)?.short ?? "?"
                let password = language("contraseña", "password")
                let what =
                    role.map { "+\($0.rawValue)" }
                    ?? (asked.command == .notePassword ? password : account)
                return language(
                    "por confirmar \(what), lo pidió \(who): otra persona repite la orden",
                    "to be confirmed \(what), asked by \(who): another repeats the command")
            },
        ].compactMap { $0 }
        let tail = marks.isEmpty ? "" : "  (\(marks.joined(separator: "; ")))"
        return "\(officer.name)  \(officer.account ?? "–")  \(roles.joined(separator: ", "))\(tail)"
    }

    private static func add(
        _ name: String, _ store: Store, _ actor: SignedIn, _ arguments: Arguments
    ) throws -> Int32 {
        guard let name = try CommandReader.clean(name, "name") else {
            throw Refusal(.missingField, ["field": "name"])
        }
        let given = (arguments["roles"] ?? "officer").split(separator: ",").map(String.init)
        let roles = try given.map(known)
        let command = Command.act(
            AddOfficer(name, account: arguments["account"], roles: Set(roles)))
        let result = try store.perform(command, by: actor.id, proven: actor.proof, at: now()).result
        let added = result as? OfficerAdded
        let code = try report(added?.officer.value, store, arguments)
        guard added?.already == true else { return code }
        complain(
            arguments.language("Ya estaba: nada cambió.", "Known already: nothing was changed."))
        return 1
    }

    /// A role by its code, or as the lists say it.
    private static func known(_ name: String) throws -> OfficerRole {
        let wanted = NameText.folded(name)
        let role = OfficerRole.allCases.first { role in
            role.rawValue == name
                || [role.label.es, role.label.en].map(NameText.folded).contains(wanted)
        }
        guard let role else {
            let allowed = OfficerRole.allCases.map {
                JSON.string("\($0.rawValue) (\($0.label.es))")
            }
            throw Refusal(.unknownCode, ["field": "roles", "allowed": .array(allowed)])
        }
        return role
    }

    /// `+opi` grants, `-opi` takes away.
    private static func role(
        _ name: String, _ word: String, _ store: Store, _ actor: SignedIn, _ arguments: Arguments
    ) throws -> Int32 {
        guard let sign = word.first, "+-".contains(sign) else {
            throw UsageError(
                "La función lleva + o -: +opi, -opi.", "The role carries + or -: +opi, -opi.")
        }
        let role = try known(String(word.dropFirst()))
        return try change(name, store, actor, arguments) {
            if sign == "+" { $0.grants = role } else { $0.revokes = role }
        }
    }

    private static func change(
        _ name: String, _ store: Store, _ actor: SignedIn, _ arguments: Arguments,
        _ edit: (inout OfficerChange) -> Void
    ) throws -> Int32 {
        guard let officer = try store.officer(named: name) else { throw Refusal(.unknownOfficer) }
        var change = OfficerChange()
        edit(&change)
        let set = SetOfficer(officer.id, change)
        var (actor, command) = (actor, Command.act(set))
        // The same order from another person confirms the first one's.
        let waiting = try store.pendingActs(about: officer.id.value, now: now())
        if let same = waiting.first(where: {
            store.asks($0.asked, for: set, besides: actor.officer)
        }) {
            command = .act(Confirm(same.act))
            actor = try actor.confirming(same.asked, store, arguments)
        }
        _ = try store.perform(command, by: actor.id, proven: actor.proof, at: now())
        return try report(officer.id.value, store, arguments)
    }

    /// `password`: one's own, after the one in force; `password NAME`: a first one for another,
    /// which in the place of one that they chose themselves takes a second officer.
    private static func password(_ name: String?, _ store: Store, _ arguments: Arguments) throws
        -> Int32
    {
        let actor = try signedIn(store, arguments)
        guard let officer = try name.map({ try store.officer(named: $0) }) ?? actor.officer else {
            throw Refusal(.unknownOfficer)
        }
        let phrase = try PasswordPrompt.readTwice(
            Bilingual("Contraseña nueva:", "New password:"), of: officer, arguments)
        let isSet = try store.setPassword(
            phrase, of: officer.id, by: actor.id, proven: actor.proof, at: now())
        let words =
            isSet
            ? Bilingual("Contraseña puesta.", "Password set.")
            : Bilingual(
                """
                Ya tiene contraseña propia: sigue en vigor hasta que otra persona repita la orden \
                antes de 10 minutos; vale la que ella escriba.
                """,
                """
                They have a password of their own: it stays until somebody else repeats the order \
                within 10 minutes; the one they type counts.
                """
            )
        say(words(arguments.language))
        return 0
    }

    /// `pin`: the six figures that open one's own screen after a pause.
    private static func pin(_ store: Store, _ arguments: Arguments) throws -> Int32 {
        let actor = try signedIn(store, arguments)
        guard try store.hasPassword(actor.id) else {
            throw UsageError(
                "Ponga antes su contraseña: garita officer password.",
                "Set your password first: garita officer password.")
        }
        let phrase = try PasswordPrompt.readTwice(
            Bilingual("PIN de seis cifras:", "PIN of six figures:"), of: actor.officer, arguments)
        try store.setPassword(
            phrase, .pin, of: actor.id, by: actor.id, proven: actor.proof, at: now())
        say(arguments.language("PIN puesto.", "PIN set."))
        return 0
    }

    /// Who sets it: the peer, who shows the one in force where there is one, or whoever `--as`
    /// names, by theirs.
    private static func signedIn(_ store: Store, _ arguments: Arguments) throws -> SignedIn {
        let officer = try arguments["as"].map { try store.officer(named: $0) } ?? store.peer()
        if arguments["as"] == nil, let officer, try !store.hasPassword(officer.id) {
            return SignedIn(officer: officer, proof: store.isDrill ? .practice : .account)
        }
        let name = arguments["as"] ?? ""
        let whose = name.isEmpty ? officer?.name ?? "" : name
        let question = Bilingual("\(whose). Contraseña en vigor:", "\(whose). Password in force:")
        let phrase = try PasswordPrompt.read(question, arguments)
        let found = try store.signIn(
            officer, phrase, named: name, terminal: PasswordPrompt.terminal, at: now())
        guard found != .refused, let officer
        else { throw Refusal(.signInRefused) }
        return SignedIn(officer: officer, proof: .password)
    }

    /// The officer as it stands now.
    private static func report(_ id: Int?, _ store: Store, _ arguments: Arguments) throws -> Int32 {
        guard let officer = try store.allOfficers().first(where: { $0.id.value == id }) else {
            return 1
        }
        say(
            arguments.isJSON
                ? try json(officer, store).serialized : try line(officer, store, arguments.language)
        )
        return 0
    }
}
