import Repatriation
import Terminal

/// One step of the guided tour: what is said, the key that it waits for, and what has to stand on
/// the screen before it goes on.
package struct TourStep: Sendable {
    /// What is pressed; nil is whatever key.
    package let key: Key?
    /// What to do, and what for; without the key's name, which stands before it.
    let words: Bilingual
    /// Whether what the key was for is there.
    let isDone: @Sendable (App) -> Bool
    /// The tour ends with it, and the program with the tour.
    var isLast = false

    /// A key that leads to, or stays on, a kind of screen on which something holds.
    init<Kind: Screen>(
        _ key: Key?, to _: Kind.Type, _ es: String, _ en: String,
        until isThere: @escaping @Sendable (Kind) -> Bool = { _ in true }
    ) {
        self.key = key
        words = Bilingual(es, en)
        isDone = { app in (app.screens.last as? Kind).map(isThere) ?? false }
    }

    /// The last one.
    init(last key: Key, _ es: String, _ en: String) {
        self.init(key, to: QueueScreen.self, es, en)
        isLast = true
    }

    /// «Pulse F6: los grupos.»
    package func says(_ language: Language) -> String {
        guard let key else { return words(language) }
        let name = key.isCharacter ? "«\(key.name(language))»" : key.name(language)
        return language("Pulse ", "Press ") + name + ": " + words(language)
    }
}
