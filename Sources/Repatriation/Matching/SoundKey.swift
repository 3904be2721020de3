/// How a Spanish name sounds, so that spellings of one sound agree: b/v, s/c/z, g/j/x, ll/y,
/// k/qu/c, silent h, ñ/n.
package enum SoundKey {
    /// The sound of one folded word (lower case, no accents); letters that say nothing alone are
    /// left out.
    package static func of(_ word: String) -> String {
        let letters = Array(word.utf8)
        var out: [UInt8] = []
        var index = 0
        while index < letters.count {
            let next = index + 1 < letters.count ? letters[index + 1] : 0
            let (sound, taken) = sound(letters[index], next)
            if let sound, out.last != sound { out.append(sound) }
            index += taken
        }
        // A lost or added s at the end is the commonest slip of the ear.
        if out.count > 3, out.last == s { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    private static let s = UInt8(ascii: "s")

    private static func sound(_ letter: UInt8, _ next: UInt8) -> (UInt8?, Int) {
        let isSoft = next == UInt8(ascii: "e") || next == UInt8(ascii: "i")
        switch letter {
        case UInt8(ascii: "v"), UInt8(ascii: "w"): return (UInt8(ascii: "b"), 1)
        case UInt8(ascii: "z"): return (s, 1)
        case UInt8(ascii: "c"):
            if next == UInt8(ascii: "h") { return (UInt8(ascii: "x"), 2) }
            return (isSoft ? s : UInt8(ascii: "k"), 1)
        case UInt8(ascii: "q"): return (UInt8(ascii: "k"), next == UInt8(ascii: "u") ? 2 : 1)
        case UInt8(ascii: "g"): return (isSoft ? UInt8(ascii: "j") : letter, 1)
        case UInt8(ascii: "x"): return (UInt8(ascii: "j"), 1)
        case UInt8(ascii: "l") where next == UInt8(ascii: "l"): return (UInt8(ascii: "y"), 2)
        case UInt8(ascii: "h"): return (nil, 1)
        default: return (letter, 1)
        }
    }
}
