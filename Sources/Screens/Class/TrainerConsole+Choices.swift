import Repatriation
import Terminal

/// What is chosen and typed.
extension TrainerConsole {
    /// What the cursor stands on happens.
    mutating func choose() -> [TrainerOrder] {
        guard case .injects(let place) = mode else { return [] }
        mode = .list
        guard state.injects.indices.contains(place) else { return [] }
        return [.inject(target, state.injects[place].id)]
    }

    mutating func goBack(_ key: Key) -> [TrainerOrder] {
        guard case .character(let letter) = key, let digit = letter.wholeNumberValue,
            digit <= state.moments.count
        else { return [] }
        mode = .list
        return [.back(target, digit - 1)]
    }

    /// What was typed is said, or kept; nothing is where nothing was typed.
    mutating func sayTyped() -> [TrainerOrder] {
        guard case .text(let isNote, let typed) = mode else { return [] }
        mode = .list
        guard let text = NameText.cleaned(typed), !text.isEmpty else { return [] }
        return [isNote ? .note(target, text) : .message(target, text)]
    }

    /// The longest text, in letters.
    static let longest = 200

    mutating func type(_ key: Key, _ typed: String, isNote: Bool) {
        var typed = typed
        switch key {
        case .backspace: _ = typed.popLast()
        case .control("u"): typed = ""
        case .character(let letter): typed.append(letter)
        case .paste(let text):
            typed += text.split(whereSeparator: \.isNewline).joined(separator: " ")
        default: break
        }
        mode = .text(isNote: isNote, String(typed.prefix(TrainerConsole.longest)))
    }
}
