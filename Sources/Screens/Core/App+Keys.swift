import Repatriation
import Terminal

/// What a key does: everywhere, on the screen it falls on, or nothing, which is said.
extension App {
    mutating func press(_ pressed: Key) -> [Effect] {
        guard var screen = screens.last else { return [] }
        self.pressed = pressed
        // A letter of a menu is its line's, whatever it stands for elsewhere.
        let isOwn = screen.isTyping || screen.has(pressed)
        let meant = isOwn ? pressed : GlobalKeys.alias(pressed) ?? pressed
        let key = meant == .control("c") ? .escape : meant
        if key == .escape, let words = screen.unsaved { return discard(screen, words) }
        isDiscarding = false
        if let row = GlobalKeys.row(key, over: screen, at: point) {
            // What was said of the screen before is not said of the next.
            let said = messages
            messages.removeAll { $0.role == .muted }
            if let why = row.why(screen) {
                defer { if why.step.isRefusal { noteRefusal() } }
                return run([why.step])
            }
            if let effects = row.act(&self) { return effects }
            messages = said
        }
        guard let steps = screen.press(key, context) else {
            messages = [Said(App.unheard(pressed), .muted)]
            return []
        }
        messages.removeAll()
        stack[screens.count - 1] = screen
        defer { if steps.contains(where: \.isRefusal) { noteRefusal() } }
        return run(steps)
    }

    /// The desk's own screen is not left by one key too many.
    mutating func back() -> [Effect] {
        guard screens.count > 1,
            !(screens.count == 2 && screens.last is QueueScreen && context.point != .none)
        else {
            messages = [Said(Bilingual("F10 cierra la sesión.", "F10 signs out."), .muted)]
            return []
        }
        return run([.pop])
    }

    mutating func nextMessage() -> [Effect]? {
        guard messages.count > 1 else { return nil }
        messages.removeFirst()
        return []
    }

    /// What was left with something marked on it comes back; else the last act is asked about.
    mutating func undo() -> [Effect] {
        guard let screen = dropped, screen.draft == nil else { return run([.push(UndoScreen())]) }
        dropped = nil
        return run([.push(screen), .say(Bilingual("Está de vuelta.", "It is back."), .message)])
    }

    mutating func cover() -> [Effect] {
        context.isCovered = true
        forgetKeys()
        return []
    }

    /// The first Esc over something typed says what would be lost, the second leaves; `u` brings it
    /// back.
    private mutating func discard(_ screen: any Screen, _ words: Bilingual) -> [Effect] {
        guard isDiscarding else {
            isDiscarding = true
            let warning = Bilingual(
                "Esc otra vez descarta («u» lo devuelve): \(words.es)",
                "Esc again discards («u» brings it back): \(words.en)")
            messages = [Said(warning, .late)]
            return []
        }
        isDiscarding = false
        dropped = screen
        messages = [
            Said(
                Bilingual("Descartado; «u» lo devuelve.", "Discarded; «u» brings it back."),
                .message)
        ]
        let put = screen.draft.map { [Step.effect(.discardDraft($0, isDiscarded: true))] } ?? []
        return run([.pop] + put)
    }

    /// What is said of a key that does nothing on the screen it was pressed on.
    static func unheard(_ key: Key) -> Bilingual {
        if case .paste = key {
            return Bilingual(
                "Aquí no se pega. La lista: F6, «i».", "Nothing is pasted here. The list: F6, «i».")
        }
        let known = GlobalKeys.all.first { $0.key == GlobalKeys.alias(key) ?? key }?.label
        return Bilingual(
            "«\(known?.es ?? key.name.es)» no hace nada aquí. F1 ayuda.",
            "«\(known?.en ?? key.name.en)» does nothing here. F1 help.")
    }
}
