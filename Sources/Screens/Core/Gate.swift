import Repatriation
import Terminal

extension Signer {
    /// Whoever sits here now.
    init(_ context: Workplace) {
        self.init(
            id: context.officer.id, name: context.officer.short, hasPassword: context.hasPassword)
    }
}

/// What somebody signs in for.
package enum GatePurpose: Sendable, Equatable {
    /// To work here, after a start or a signing out.
    case enter
    /// To go on with a screen that was left.
    case back
    /// To complete, as a second officer, what the first one's command left pending; the first one
    /// stays signed in.
    case confirm(Identifier<any Act>)
}

/// What became of signing in.
package enum GateAnswer: Sendable {
    case opened(Officer, hasPassword: Bool)
    /// The second officer's confirmation was given its answer.
    case answered
    /// It could not be looked at: why.
    case failed(Bilingual)
    /// The password is right and was given by somebody else.
    case mustChange
    /// Wrong, unknown or too soon; nothing tells which.
    case refused(wasPIN: Bool)
    /// The new password is not one, or the same again: why.
    case unfit(Bilingual)
}

/// A screen that asks who is there. What was open, and what was typed, stays behind it.
struct Gate: Sendable {
    private enum Step: Sendable, Equatable {
        case choose
        case password
        /// The first password is changed before anything else; the second time what was typed the
        /// first.
        case change(again: [UInt8]?)
    }

    let purpose: GatePurpose
    /// Whom and what a second officer puts their name to.
    private let about: String?
    /// Whom it asks; nil until somebody is chosen.
    private(set) var signer: Signer?
    private var step: Step
    private var choices: [Signer] = []
    private var filter = ""
    private var cursor = 0
    /// What has been typed; as bytes, so that it is text nowhere.
    private var typed: [UInt8] = []
    /// PINs that were wrong here; the store counts them too, whatever is pressed in between.
    private var wrongPINs = 0
    private(set) var isAsking = false
    private var hint: Bilingual?

    /// How many PINs may be wrong.
    static let mostPINs = 5

    /// Asks one officer for the password, or with nil whoever is chosen.
    init(_ purpose: GatePurpose, _ signer: Signer?, about: String? = nil) {
        self.purpose = purpose
        self.about = about
        self.signer = signer
        step = signer == nil ? .choose : .password
    }

    /// What a key comes to.
    enum Outcome {
        case effect(Effect)
        /// Asks who may sign in here.
        case ask
        /// Back to what was there before.
        case cancel
    }

    /// Takes a key.
    mutating func press(_ key: Key) -> Outcome? {
        guard !isAsking else { return nil }
        return step == .choose ? choose(key) : type(key)
    }

    // MARK: Who

    private var shown: [Signer] {
        let wanted = NameText.folded(filter)
        return wanted.isEmpty
            ? choices : choices.filter { NameText.folded($0.name).contains(wanted) }
    }

    /// Who may sign in here, the last first; a second officer is never the first one.
    mutating func take(_ signers: [Signer], besides officer: Identifier<Officer>) {
        var isSecond = false
        if case .confirm = purpose { isSecond = true }
        // Whoever sits here is the last that somebody would look for.
        let others = signers.filter { $0.id != officer }
        choices = isSecond ? others : others + signers.filter { $0.id == officer }
        cursor = 0
    }

    private mutating func choose(_ key: Key) -> Outcome? {
        switch key {
        case .up: cursor = max(0, cursor - 1)
        case .down: cursor = min(max(0, shown.count - 1), cursor + 1)
        case .character(let digit) where filter.isEmpty && "123456789".contains(digit):
            return pick((Int(String(digit)) ?? 1) - 1)
        case .character(let letter) where filter.count < 40:
            // What finds nobody is not taken: a password typed here by mistake does not stand on
            // the screen.
            let longer = NameText.folded(filter + String(letter))
            guard choices.contains(where: { NameText.folded($0.name).contains(longer) }) else {
                return nil
            }
            (filter, cursor) = (filter + String(letter), 0)
        case .control("u"): filter = ""
        case .backspace where !filter.isEmpty: filter.removeLast()
        case .enter: return pick(cursor)
        case .escape, .control("c"):
            if !filter.isEmpty { filter = "" } else { return .cancel }
        default: break
        }
        return nil
    }

    private mutating func pick(_ index: Int) -> Outcome? {
        guard shown.indices.contains(index) else { return nil }
        let chosen = shown[index]
        (signer, step, filter, hint, wrongPINs) = (chosen, .password, "", nil, 0)
        guard chosen.hasPassword else { return submit(chosen) }
        return nil
    }

    // MARK: Password

    private mutating func type(_ key: Key) -> Outcome? {
        switch key {
        case .character(let character) where typed.count < 400:
            typed += Array(String(character).utf8)
        case .backspace: _ = typed.popLast()
        case .control("u"): typed = []
        case .escape, .control("c"):
            if typed.isEmpty { return .cancel }
            typed = []
        case .tab where step == .password:
            (typed, step, cursor) = ([], .choose, 0)
            return .ask
        case .enter:
            guard let signer, !typed.isEmpty || !signer.hasPassword else { return nil }
            return step == .password ? submit(signer) : change()
        default: break
        }
        return nil
    }

    private mutating func submit(_ signer: Signer) -> Outcome {
        isAsking = true
        defer { typed = [] }
        return .effect(.signIn(signer.id, typed, purpose, allowsPIN: purpose == .back))
    }

    private mutating func change() -> Outcome? {
        defer { typed = [] }
        guard case .change(let again) = step, let again else {
            (step, hint) = (.change(again: typed), nil)
            return nil
        }
        guard again == typed else {
            (step, hint) = (
                .change(again: nil),
                Bilingual("No son iguales: de nuevo.", "Not the same: once more.")
            )
            return nil
        }
        isAsking = true
        return .effect(.newPassword(typed))
    }

    /// What the store found; wrong ones stay, with a sentence that says nothing else.
    mutating func take(_ answer: GateAnswer) {
        isAsking = false
        switch answer {
        case .opened, .answered: break
        case .failed(let why): hint = why
        case .mustChange: (step, hint) = (.change(again: nil), nil)
        case .unfit(let why): (step, hint) = (.change(again: nil), why)
        case .refused(let wasPIN):
            if wasPIN { wrongPINs += 1 }
            hint =
                wrongPINs >= Gate.mostPINs
                ? Bilingual("Escriba su contraseña completa.", "Type your whole password.")
                : Bilingual(
                    "No abre con eso. Tras varios intentos hay que esperar.",
                    "That does not open. After several tries there is a wait.")
        }
    }

    // MARK: Drawing

    /// Nothing of anybody stands here but who is asked.
    func draw(on frame: inout Frame, _ context: Workplace) {
        let asked = Wrap.lines(about ?? "", width: frame.width - 4).filter { !$0.isEmpty }
        for (line, text) in asked.enumerated() {
            frame.put(text, row: 2 + line, column: 2, Style(.info))
        }
        let first = asked.isEmpty ? 2 : 3 + asked.count
        let row = step == .choose ? first : max(first, frame.height / 3)
        frame.putWrapped(heading(context.language), row: row, Style(.title))
        frame.isCursorVisible = true
        frame.put(
            keys(context.language), row: frame.height - 1, column: 1, Style(.muted),
            limit: frame.width - 2)
        if step == .choose { return drawChoices(on: &frame, context.language, row: row + 2) }
        let end = frame.put(label(context.language), row: row + 3, column: 2, Style(.accent))
        let dots = String(repeating: "•", count: min(typed.count, max(0, frame.width - end - 2)))
        let after = frame.put(dots, row: row + 3, column: end, Style(.fieldFocus))
        frame.putWrapped(hint?(context.language) ?? "", row: row + 5, Style(.late))
        frame.cursor = (row + 3, min(frame.width - 1, after))
    }

    private var keys: Bilingual {
        var isSecond = false
        if case .confirm = purpose { isSecond = true }
        switch step {
        case .choose:
            return Bilingual(
                "1–9 Elegir  Enter Elegir  Esc Atrás", "1–9 Choose  Enter Choose  Esc Back")
        case .password:
            return isSecond
                ? Bilingual(
                    "Enter Confirmar  Tab Otra persona  Esc Atrás",
                    "Enter Confirm  Tab Somebody else  Esc Back")
                : Bilingual(
                    "Enter Entrar  Tab Otra persona  F10 Salir",
                    "Enter Enter  Tab Somebody else  F10 Leave")
        case .change: return Bilingual("Enter Seguir  F10 Salir", "Enter Go on  F10 Leave")
        }
    }

    private var heading: Bilingual {
        let who = signer?.name ?? ""
        switch (step, purpose) {
        case (.choose, .confirm): return Bilingual("¿Quién confirma?", "Who confirms?")
        case (.choose, _): return Bilingual("¿Quién entra?", "Who signs in?")
        case (.change, _):
            return Bilingual(
                "\(who): su contraseña la puso otra persona. Elija una suya.",
                "\(who): somebody else set your password. Choose one of your own.")
        case (.password, .confirm): return Bilingual("Confirma: \(who).", "Confirms: \(who).")
        case (.password, .enter): return Bilingual("Entrada de \(who).", "Sign-in of \(who).")
        case (.password, .back):
            return Bilingual(
                "Pantalla cerrada por inactividad. La espera: \(who).",
                "Screen closed after a pause. It waits for: \(who).")
        }
    }

    private var label: Bilingual {
        switch step {
        case .change(again: nil): Bilingual("Contraseña nueva: ", "New password: ")
        case .change: Bilingual("Otra vez: ", "Again: ")
        default:
            purpose == .back
                ? Bilingual("Contraseña o PIN: ", "Password or PIN: ")
                : Bilingual("Contraseña: ", "Password: ")
        }
    }

    private func drawChoices(on frame: inout Frame, _ language: Language, row top: Int) {
        let end = frame.put(
            language("Nombre: ", "Name: "), row: top, column: 2, Style(.accent))
        let after = frame.put(filter, row: top, column: end, Style(.fieldFocus))
        frame.cursor = (top, min(frame.width - 1, after))
        let room = max(1, frame.height - top - 4)
        let first = max(0, cursor - room + 1)
        for (index, signer) in shown.enumerated().dropFirst(first).prefix(room) {
            let row = top + 2 + index - first
            if index == cursor { frame.put("▌", row: row, column: 1, Style(.selection)) }
            if index < 9 { frame.put(String(index + 1), row: row, column: 3, Style(.key)) }
            frame.put(TextWidth.fit(signer.name, frame.width - 8), row: row, column: 6)
        }
        if choices.isEmpty {
            let nobody = Bilingual(
                "Nadie más tiene contraseña: garita officer password.",
                "Nobody else has a password: garita officer password."
            )
            frame.putWrapped(nobody(language), row: top + 2, Style(.late))
        }
    }
}
