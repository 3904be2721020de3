/// Numbers as marks of text. A number always stands beside them: they are read without colour, and
/// by whoever hears the screen.
package enum PlotMarks {
    /// A bar in halves of a column; what is more than nothing is seen.
    package static func bar(_ value: Int, of most: Int, _ width: Int) -> String {
        guard value > 0, most > 0, width > 0 else { return "" }
        let halves = max(1, min(2 * width, value * 2 * width / most))
        return String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▌" : "")
    }

    /// Values side by side, each as high as it is of the greatest, a space for nothing.
    package static func spark(_ values: [Int]) -> String {
        let most = max(1, values.max() ?? 1)
        return String(values.map { levels[$0 <= 0 ? 0 : 1 + $0 * 7 / most] })
    }

    /// A value as a shade; a dot for nothing, and the lightest for the least.
    package static func shade(_ value: Int, of most: Int) -> Character {
        guard value > 0 else { return "·" }
        return shades[step(value, of: most)]
    }

    /// What each shade is of: from how many through how many.
    package static func shades(of most: Int) -> [(mark: Character, values: ClosedRange<Int>)] {
        guard most > 0 else { return [] }
        let spans = Dictionary(grouping: 1...most) { step($0, of: most) }
        return shades.indices.compactMap { index in
            guard let values = spans[index], let first = values.first, let last = values.last
            else { return nil }
            return (shades[index], first...last)
        }
    }

    private static func step(_ value: Int, of most: Int) -> Int {
        min(shades.count - 1, (value - 1) * shades.count / max(1, most))
    }

    private static let levels = Array(" ▁▂▃▄▅▆▇█")
    private static let shades = Array("░▒▓█")
}
