import Repatriation
import Terminal

/// What a key does: everywhere, on the screen it falls on, or nothing, which is said.
extension App {
    mutating func press(_ pressed: Key) -> [Effect] {
        guard var screen = screens.last else { return [] }
        self.pressed = pressed
        let isTyping = screen.isTyping
        let key = isTyping ? pressed : GlobalKeys.aliases[pressed] ?? pressed
        if key == .escape || key == .control("c"), let words = screen.unsaved { return discard(screen, words) }
        isDiscarding = false
        // What was said of the screen before is not said of the next.
        let said = messages
        messages.removeAll { $0.role == .muted }
        if let effects = pressEverywhere(key, isTyping) { return effects }
        messages = said
        if isTyping || Moves.isMove(key) || screen.bindings.contains(where: { $0.key == key }) {
            messages.removeAll()
            let steps = screen.press(key, context)
            screens[screens.count - 1] = screen
            defer { if steps.contains(where: \.isRefusal) { noteRefusal() } }
            return run(steps)
        }
        if key == .escape || key == .control("c") {
            // The desk's own screen is not left by one key too many.
            guard screens.count > 1, !(screens.count == 2 && screens.last is QueueScreen && context.point != .none)
            else {
                messages = [Said(Bilingual("F10 cierra la sesión.", "F10 signs out."), .muted)]
                return []
            }
            return run([.pop])
        }
        messages = [Said(App.unheard(pressed), .muted)]
        return []
    }

    /// The first Esc over something typed says what would be lost, the second leaves; `u` brings it back.
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
        messages = [Said(Bilingual("Descartado; «u» lo devuelve.", "Discarded; «u» brings it back."), .message)]
        let put = screen.draft.map { [Step.effect(.discardDraft($0, isDiscarded: true))] } ?? []
        return run([.pop] + put)
    }

    /// What is said of a key that does nothing on the screen it was pressed on.
    static func unheard(_ key: Key) -> Bilingual {
        if case .paste = key {
            return Bilingual("Aquí no se pega. La lista: F6, «i».", "Nothing is pasted here. The list: F6, «i».")
        }
        let known = GlobalKeys.all.first { $0.key == GlobalKeys.aliases[key] ?? key }?.label
        return Bilingual(
            "«\(known?.es ?? key.name.es)» no hace nada aquí. F1 ayuda.",
            "«\(known?.en ?? key.name.en)» does nothing here. F1 help.")
    }

    /// A question that was left open is not found again, stale, under what comes after it.
    private var leavingQuestion: [Step] { screens.last is UndoScreen ? [.pop] : [] }

    private func isShared(_ key: Key) -> Bool {
        screens.last.map { GlobalKeys.isShared(key, over: $0, at: point) } ?? false
    }

    private mutating func pressEverywhere(_ key: Key, _ isTyping: Bool) -> [Effect]? {
        switch key {
        case .function(1): return run([.push(HelpScreen(of: screens[screens.count - 1], at: point, context))])
        case .function(9): return run([.push(MoreScreen(at: point, context))])
        case .function(10): return screens.count > 1 ? leave() : [.quit]
        case .control("l"): return [.redraw]
        case .control("z"): return [.suspend]
        case .control("n") where !isTyping && messages.count > 1:
            messages.removeFirst()
            return []
        case .control("p"):
            return run([.push(PaletteScreen(over: screens[screens.count - 1], at: point, context))])
        case .function(6) where isShared(key): return run(leavingQuestion + [.push(GroupsScreen(point: point))])
        case .function(5) where isShared(key): return run(leavingQuestion + [.push(ReferralsScreen(point: point))])
        case .function(3) where isShared(key): return run(leavingQuestion + [.push(SearchScreen(point: point))])
        case .character("u") where !isTyping && !(screens.last is UndoScreen):
            if let screen = dropped, screen.draft == nil {
                dropped = nil
                return run([.push(screen), .say(Bilingual("Está de vuelta.", "It is back."), .message)])
            }
            return run([.push(UndoScreen())])
        default: return nil
        }
    }
}
