import Glibc
import Repatriation
import Store

/// Passwords as they come in: from the terminal without echo, or from an open descriptor; never
/// from arguments.
enum PasswordPrompt {
    /// Reads a line of the descriptor that `--password-fd` names, or asks on the terminal.
    static func read(_ prompt: Bilingual, _ arguments: Arguments) throws -> Phrase {
        if let text = arguments["password-fd"] {
            return Phrase(line(Int32(text) ?? -1))
        }
        return try Ask.onTerminal(
            orSay: Bilingual(
                "No hay terminal para la contraseña: use --password-fd.",
                "No terminal for the password: use --password-fd.")
        ) { terminal in
            Phrase(SilentTerminal(terminal: terminal, prompt: prompt(arguments.language)).line())
        }
    }

    /// Somebody's new one, and on the terminal once more. Throws a usage error where the two are
    /// not the same.
    static func readTwice(
        _ question: Bilingual, of officer: Officer, _ arguments: Arguments
    ) throws -> Phrase {
        let phrase = try read(question.after("\(officer.name). "), arguments)
        guard arguments["password-fd"] == nil else { return phrase }
        let again = try read(
            Bilingual("Otra vez:", "Again:").after("\(officer.name). "), arguments)
        guard again == phrase else {
            throw UsageError(
                "No son iguales: nada cambió.", "They are not the same: nothing was changed.")
        }
        return phrase
    }

    /// Throws a usage error unless the descriptor of `--password-fd` was open before the program
    /// opened any of its own.
    static func checkDescriptor(_ arguments: Arguments) throws {
        guard let text = arguments["password-fd"] else { return }
        guard let descriptor = Int32(text), descriptor >= 0, fcntl(descriptor, F_GETFD) >= 0 else {
            throw UsageError(
                "--password-fd toma un descriptor abierto.",
                "--password-fd takes an open descriptor.")
        }
    }

    /// Byte by byte, so that what comes after the line is left for who reads next.
    fileprivate static func line(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < 4096 {
            guard uninterrupted({ Glibc.read(descriptor, &byte, 1) }) == 1, byte != 0x0A else {
                break
            }
            bytes.append(byte)
        }
        return bytes
    }

    /// The terminal by which failures are counted.
    static var terminal: String {
        ttyname(0).map { String(cString: $0) } ?? "\(getuid())"
    }
}

/// A question on the terminal, answered in the open.
enum Ask {
    /// The answer's line. Throws a usage error where there is no terminal.
    static func line(_ question: Bilingual, _ arguments: Arguments) throws -> String {
        try onTerminal(
            orSay: Bilingual(
                "No hay terminal donde preguntar: \(question.es)",
                "There is no terminal to ask on: \(question.en)")
        ) { terminal in
            garita.write(question(arguments.language) + " ", to: terminal)
            return String(decoding: PasswordPrompt.line(terminal), as: UTF8.self)
        }
    }

    /// Throws a usage error with these words where there is no terminal.
    fileprivate static func onTerminal<Answer>(
        orSay words: Bilingual, _ ask: (Int32) throws -> Answer
    ) throws -> Answer {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { throw UsageError(words.es, words.en) }
        defer { close(terminal) }
        return try ask(terminal)
    }
}

/// Who acts, and how they have shown who they are.
struct SignedIn {
    let officer: Officer
    private(set) var proof: IdentityProof

    var id: Identifier<Officer> { officer.id }

    /// The same, with a password where one of the two has to give it and the first has not.
    func confirming(_ asked: PendingAct, _ store: Store, _ arguments: Arguments) throws -> SignedIn
    {
        asked.askedProof.isOwn ? self : try withPassword(store, arguments)
    }

    /// The same, by the password too.
    func withPassword(_ store: Store, _ arguments: Arguments) throws -> SignedIn {
        guard proof == .account else { return self }
        var proven = self
        try store.checkPassword(of: officer, named: officer.name, arguments)
        proven.proof = .password
        return proven
    }
}

extension Store {
    /// The officer that `--as` names: the peer without more, anybody else by password. Practice
    /// asks for none. The peer too may give a password by `--password-fd`: then they have shown
    /// more than the account that runs the program.
    func acting(_ arguments: Arguments) throws -> SignedIn {
        guard let name = arguments["as"] else { return try known(peer(), arguments) }
        let named = try officer(named: name)
        let isPeer = named != nil && named?.account == Environment.account
        if isPeer, let named { return try known(named, arguments) }
        if !isDrill { try checkPassword(of: named, named: name, arguments) }
        guard let named else { throw Refusal(.unknownOfficer) }
        return SignedIn(officer: named, proof: isDrill ? .practice : .password)
    }

    private func known(_ peer: Officer, _ arguments: Arguments) throws -> SignedIn {
        guard !isDrill else { return SignedIn(officer: peer, proof: .practice) }
        let known = SignedIn(officer: peer, proof: .account)
        guard arguments["password-fd"] != nil, try hasPassword(peer.id) else { return known }
        return try known.withPassword(self, arguments)
    }

    /// Throws `passwordChange` or `signInRefused` unless the officer's password is given.
    fileprivate func checkPassword(of officer: Officer?, named name: String, _ arguments: Arguments)
        throws
    {
        let phrase = try PasswordPrompt.read(
            Bilingual("\(name). Contraseña:", "\(name). Password:"), arguments)
        switch try signIn(
            officer, phrase, named: name, terminal: PasswordPrompt.terminal, at: now())
        {
        case .right: return
        case .mustChange: throw Refusal(.passwordChange)
        case .refused: throw Refusal(.signInRefused)
        }
    }
}
