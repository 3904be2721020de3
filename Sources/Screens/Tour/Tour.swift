import Repatriation
import Terminal

/// A guided tour of the real screens: it waits for the right key, says so of a wrong one, and goes
/// on when what the key was for stands on the screen.
package struct Tour: Sendable {
    /// Which of ``TourStep/all``.
    package fileprivate(set) var index = 0
    /// Its key was pressed, and what came of it is not there yet.
    fileprivate var isPressed = false

    /// What it waits for.
    package var step: TourStep { TourStep.all[index] }

    /// A key that is pressed as this one would be; where text is typed a letter is only a letter.
    fileprivate func awaits(_ key: Key, isTyping: Bool) -> Bool {
        step.key.map { key == $0 || !isTyping && GlobalKeys.alias(key) == $0 } ?? false
    }
}

extension App {
    /// Begins it on the screen that is open.
    package mutating func startTour() { tour = Tour() }

    /// Keys that never come to a screen, because they cover it or uncover it.
    mutating func noteCover(_ key: Key) {
        guard let step = tour?.step else { return }
        let isMeant = step.key.map { $0 == key && !context.isCovered } ?? context.isCovered
        if isMeant { tour?.isPressed = true }
    }

    /// The awaited key does what it does; Esc leaves the tour; every other does nothing, and that is
    /// said with the key that is meant.
    mutating func pressOnTour(_ key: Key) -> [Effect] {
        guard let tour else { return press(key) }
        if tour.awaits(key, isTyping: screens.last?.isTyping ?? false) {
            if tour.step.isLast { return [.quit] }
            self.tour?.isPressed = true
            return press(key)
        }
        switch key {
        case .control("l"), .control("z"): return press(key)
        case .escape, .control("c"):
            self.tour = nil
            messages = [Said(App.tourLeft, .info)]
        default:
            let (meant, pressed) = (tour.step.key?.name ?? key.name, key.name)
            messages = [
                Said(
                    Bilingual(
                        "«\(pressed.es)» todavía no; nada cambió. Ahora toca \(meant.es).",
                        "Not «\(pressed.en)» yet; nothing changed. Now comes \(meant.en)."), .info)
            ]
        }
        return []
    }

    private static let tourLeft = Bilingual(
        "Salió del recorrido; la práctica sigue. F10 dos veces termina y la borra.",
        "You left the tour; the practice goes on. F10 twice ends and removes it.")

    /// What was awaited is there, or could not be done: the step is still the one to be done.
    mutating func goOnWithTour() {
        guard let tour, tour.isPressed else { return }
        self.tour?.isPressed = false
        guard tour.step.isDone(self), !messages.contains(where: { $0.role == .late }) else {
            let words = Bilingual(
                "No resultó: pulse otra vez, o Esc deja el recorrido.",
                "That did not work: press again, or Esc leaves the tour.")
            if messages.isEmpty { messages = [Said(words, .info)] }
            return
        }
        self.tour?.index = min(tour.index + 1, TourStep.all.count - 1)
    }

    /// The lines of the step over the message line; none without a tour.
    func tourLines(_ width: Int) -> [String] {
        guard let tour, gate == nil else { return [] }
        let number = "▶ \(tour.index + 1)/\(TourStep.all.count)  "
        let leave =
            tour.step.key == .escape
            ? Bilingual("Ctrl-C deja el recorrido.", "Ctrl-C leaves the tour.")
            : Bilingual("Esc deja el recorrido.", "Esc leaves the tour.")
        // Where whatever key is meant, none leaves.
        let tells = tour.step.key != nil && !tour.step.isLast && (width >= 100 || tour.index == 0)
        let says = number + tour.step.says(context.language)
        return Wrap.lines(
            says + (tells ? " \(leave(context.language))" : ""), width: width - 2)
    }
}
