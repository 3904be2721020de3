import Repatriation
import Terminal

/// The last keys that were pressed, for whoever teaches: they stand in the corner of the first
/// line. What is secret is a point there, and is kept nowhere.
struct PressedKeys: Sendable {
    /// How many stand there.
    static let most = 3
    /// In which room, where there is enough.
    static let room = 18

    private var names: [Bilingual] = []

    /// One more; of what is typed in secret only that something was.
    mutating func add(_ key: Key, isSecret: Bool) {
        let isShown = !isSecret || PressedKeys.tellsNothing(key)
        names = Array((names + [isShown ? key.name : Bilingual("•", "•")]).suffix(PressedKeys.most))
    }

    /// Keys that are no part of what is typed.
    private static func tellsNothing(_ key: Key) -> Bool {
        switch key {
        case .function, .escape: true
        default: false
        }
    }

    /// As many of the last as there is room for.
    func text(_ language: Language, in room: Int) -> String {
        var shown: [String] = []
        for name in names.reversed() {
            let longer = [name(language)] + shown
            guard TextWidth.of(longer.joined(separator: " ")) <= room else { break }
            shown = longer
        }
        return shown.joined(separator: " ")
    }
}

extension App {
    /// Shows each key from now on in the corner.
    package mutating func showKeys() { pressedKeys = PressedKeys() }

    /// A password, a PIN, the restricted form and a masked field are not looked at.
    package var isSecret: Bool {
        gate != nil || screens.contains(where: \.isSecret)
    }

    mutating func noteKey(_ key: Key) {
        let isSecret = isSecret
        pressedKeys?.add(key, isSecret: isSecret)
    }

    /// What was typed last may be part of a name: it goes where names are covered.
    mutating func forgetKeys() {
        if pressedKeys != nil { pressedKeys = PressedKeys() }
    }

    /// How much of the first line they take, and what stands there.
    func keysInCorner(_ width: Int) -> (room: Int, text: String) {
        guard let pressedKeys else { return (0, "") }
        let room = width < 60 ? PressedKeys.room / 2 : PressedKeys.room
        return (room, pressedKeys.text(context.language, in: room - 1))
    }
}
