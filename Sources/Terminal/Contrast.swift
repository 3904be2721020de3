import Glibc

/// Contrast of a theme's colours by WCAG 2.1 (relative luminance), on the background that the theme
/// assumes.
package enum Contrast {
    /// The least ratio a shipped theme may have.
    package static let least = 4.5

    /// Roles whose text falls short, with the ratio, at 16 or 256 colours. Lines and sparks carry
    /// no text.
    package static func failures(_ theme: Theme) -> [(role: Role, colours: Int, ratio: Double)] {
        var failures: [(Role, Int, Double)] = []
        for role in Role.allCases where role != .rule && role != .spark {
            for colours in [16, 256] {
                let ratio = ratio(theme, role, colours)
                if ratio < least { failures.append((role, colours, ratio)) }
            }
        }
        return failures
    }

    /// The ratio between a role's text and its ground, 1 … 21.
    package static func ratio(_ theme: Theme, _ role: Role, _ colours: Int) -> Double {
        let look = theme.looks[role] ?? Theme.Look([]) ?? Theme.Look()
        let isDark = theme.background == .dark
        let (foreground, ground) =
            colours == 16
            ? (look.foreground16, look.background16) : (look.foreground256, look.background256)
        let text = foreground.map(rgb) ?? (isDark ? (229, 229, 229) : (0, 0, 0))
        let behind = ground.map(rgb) ?? (isDark ? (0, 0, 0) : (255, 255, 255))
        let light = max(luminance(text), luminance(behind))
        return (light + 0.05) / (min(luminance(text), luminance(behind)) + 0.05)
    }

    private static func luminance(_ colour: (Int, Int, Int)) -> Double {
        func linear(_ value: Int) -> Double {
            let share = Double(value) / 255
            guard share > 0.040_45 else { return share / 12.92 }
            return pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
    }

    /// xterm's palette: 16 named colours, a 6×6×6 cube and 24 greys.
    package static func rgb(_ index: Int) -> (Int, Int, Int) {
        let named = [
            (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
            (0, 205, 205),
            (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
            (92, 92, 255), (255, 0, 255),
            (0, 255, 255), (255, 255, 255),
        ]
        if index < 16 { return named[index] }
        if index >= 232 {
            return (8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10)
        }
        let cube = index - 16
        func level(_ value: Int) -> Int { value == 0 ? 0 : 55 + value * 40 }
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }
}
