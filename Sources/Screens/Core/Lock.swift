import Repatriation
import Terminal

/// A screen that was left so long that it asks who is there. What was open, and what was typed, stays behind it.
struct Lock: Sendable {
    /// What has been typed; as bytes, so that it is text nowhere.
    private var typed: [UInt8] = []
    /// PINs that were wrong; after five only the password opens.
    private var wrongPINs = 0
    private var isAsking = false
    /// Nobody has signed in yet: only the password does.
    private let isFirst: Bool
    private var hint: Bilingual?

    /// How many PINs may be wrong.
    static let mostPINs = 5

    /// A screen that was left, or with `isFirst` one that nobody has signed in at.
    init(isFirst: Bool = false) {
        self.isFirst = isFirst
        wrongPINs = isFirst ? Lock.mostPINs : 0
    }

    /// Takes a key; what to ask the store, when the officer is done.
    mutating func press(_ key: Key) -> Effect? {
        guard !isAsking else { return nil }
        switch key {
        case .character(let character) where typed.count < 400: typed += Array(String(character).utf8)
        case .backspace: _ = typed.popLast()
        case .escape, .control("u"), .control("c"): typed = []
        case .enter where !typed.isEmpty:
            isAsking = true
            defer { typed = [] }
            return .unlock(typed, allowsPIN: wrongPINs < Lock.mostPINs)
        default: break
        }
        return nil
    }

    /// What the store found: wrong ones stay, with a sentence that says nothing else.
    mutating func refused(wasPIN: Bool) {
        isAsking = false
        if wasPIN { wrongPINs += 1 }
        hint =
            wrongPINs >= Lock.mostPINs && !isFirst
            ? Bilingual("Escriba su contraseña completa.", "Type your whole password.")
            : Bilingual(
                "No abre con eso. Tras varios intentos hay que esperar.",
                "That does not open. After several tries there is a wait.")
    }

    /// Nothing of anybody stands on a locked screen but who it waits for.
    func draw(on frame: inout Frame, _ context: Context) {
        let language = context.language
        let row = max(2, frame.height / 3)
        let who = context.officer.short
        let words =
            isFirst
            ? Bilingual("Entrada de \(who).", "Sign-in of \(who).")
            : Bilingual(
                "Pantalla cerrada por inactividad. La espera: \(who).",
                "Screen closed after a pause. It waits for: \(who).")
        for (line, text) in Wrap.lines(words(language), width: frame.width - 4).enumerated() {
            frame.put(text, row: row + line, column: 2, Style(.title))
        }
        let label =
            (isFirst ? Bilingual("Contraseña: ", "Password: ") : Bilingual("Contraseña o PIN: ", "Password or PIN: "))(
                language)
        let end = frame.put(label, row: row + 3, column: 2, Style(.accent))
        let dots = String(repeating: "•", count: min(typed.count, max(0, frame.width - end - 2)))
        let after = frame.put(dots, row: row + 3, column: end, Style(.fieldFocus))
        for (line, text) in Wrap.lines(hint?(language) ?? "", width: frame.width - 4).enumerated() {
            frame.put(text, row: row + 5 + line, column: 2, Style(.late))
        }
        frame.cursor = (row + 3, min(frame.width - 1, after))
        frame.isCursorVisible = true
    }
}
