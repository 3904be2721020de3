/// What a person pressed.
package enum Key: Sendable, Equatable, Hashable {
    case character(Character)
    case control(Character)
    case function(Int)
    case up, down, left, right, home, end, pageUp, pageDown
    case enter, escape, tab, backTab, backspace, delete, insert
    /// Text that was pasted, as one piece.
    case paste(String)

    /// A character as the terminal sends it; control characters are keys of their own.
    init?(scalar: UInt32) {
        switch scalar {
        case 9: self = .tab
        case 10, 13: self = .enter
        case 27: self = .escape
        case 8, 127: self = .backspace
        case 1...26: self = .control(Character(Unicode.Scalar(UInt8(scalar + 96))))
        case 0..<32, 0x80..<0xA0: return nil
        default:
            guard let value = Unicode.Scalar(scalar) else { return nil }
            self = .character(Character(value))
        }
    }
}
