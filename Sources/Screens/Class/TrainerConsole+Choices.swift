import Repatriation
import Terminal

/// What is chosen and typed.
extension TrainerConsole {
    mutating func choose(_ key: Key, _ place: Int) -> [TrainerOrder] {
        let last = state.injects.count - 1
        if let amount = Moves.amount(key) {
            mode = .injects(min(max(0, place + amount), max(0, last)))
            return []
        }
        mode = .list
        guard key == .enter, place <= last else { return [] }
        return [.inject(target, state.injects[place].id)]
    }

    mutating func goBack(_ key: Key) -> [TrainerOrder] {
        mode = .list
        guard case .character(let letter) = key, let digit = letter.wholeNumberValue,
            (1...9).contains(digit), digit <= state.moments.count
        else { return [] }
        return [.back(target, digit - 1)]
    }

    /// The longest text, in letters.
    static let longest = 200

    mutating func type(_ key: Key, _ typed: String, isNote: Bool) -> [TrainerOrder] {
        var typed = typed
        switch key {
        case .escape, .control("c"):
            mode = .list
            return []
        case .enter:
            mode = .list
            guard let text = NameText.cleaned(typed), !text.isEmpty else { return [] }
            return [isNote ? .note(target, text) : .message(target, text)]
        case .backspace: _ = typed.popLast()
        case .control("u"): typed = ""
        case .character(let letter): typed.append(letter)
        case .paste(let text):
            typed += text.split(whereSeparator: \.isNewline).joined(separator: " ")
        default: break
        }
        mode = .text(isNote: isNote, String(typed.prefix(TrainerConsole.longest)))
        return []
    }
}
