import Terminal

/// Keys as they are written down: names as hints show them, and anything else typed letter by
/// letter. `F9 z ↓ Enter Ramírez`.
package enum KeyScript {
    /// The keys of a text, words apart.
    package static func keys(_ text: String) -> [Key] {
        text.split(separator: " ").flatMap { word -> [Key] in
            if let key = named[String(word)] { return [key] }
            return word.map(Key.character)
        }
    }

    /// By their names in both languages.
    private static let named: [String: Key] = {
        let keys: [Key] =
            (1...12).map(Key.function) + "abcdefghijklmnopqrstuvwxyz".map(Key.control) + [
                .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp,
                .pageDown, .backspace, .delete, .insert, .character(" "),
            ]
        return keys.reduce(into: [:]) { named, key in
            named[key.name.es] = key
            named[key.name.en] = key
        }
    }()
}
