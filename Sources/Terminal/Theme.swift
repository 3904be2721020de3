/// Colours for the meanings, from a text of `role = value` lines.
package struct Theme: Sendable, Equatable {
    /// Whether the terminal behind it is dark or light, for the contrast check.
    package enum Background: String, Sendable { case dark, light }

    /// How one meaning looks. Colours are terminal palette numbers; nil is the terminal's own.
    package struct Look: Sendable, Equatable {
        /// Colour of the letters where there are sixteen, 0 … 15.
        package var foreground16: Int?
        /// Colour of the letters where there are 256, 0 … 255.
        package var foreground256: Int?
        /// Colour behind them where there are sixteen, 0 … 15.
        package var background16: Int?
        /// Colour behind them where there are 256, 0 … 255.
        package var background256: Int?
        /// Heavier letters.
        package var isBold = false
        /// A line under the letters.
        package var isUnderlined = false
        /// Letters and ground change places.
        package var isReversed = false
        /// Fainter letters.
        package var isDim = false
    }

    /// As it is chosen.
    package let name: String
    /// What the theme assumes of the terminal.
    package private(set) var background = Background.dark
    /// How each meaning looks; those that the theme leaves out have the terminal's own colours.
    package private(set) var looks: [Role: Look] = [:]

    /// A line that was not understood.
    package struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
        /// Counted from 1.
        package let line: Int
        /// What was not understood, or what should stand there.
        package let text: String
        package var description: String { "\(line): \(text)" }
    }

    /// Reads a theme. `accent = 6/81 bold`, `selection = 15/255 on 4/24`, `text = default`,
    /// `assumes = dark`.
    ///
    /// Throws `Problem` with the line for an unknown role, colour or word.
    package init(name: String, text: String) throws(Problem) {
        self.name = name
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = raw.prefix { $0 != "#" }.split(separator: "=", maxSplits: 1)
            guard line.count == 2 else {
                if raw.prefix(while: { $0 != "#" }).allSatisfy(\.isWhitespace) { continue }
                throw Problem(line: index + 1, text: "key = value")
            }
            let key = line[0].split(separator: " ").joined()
            let words = line[1].split(separator: " ").map(String.init)
            if key == "assumes" {
                guard let value = words.first.flatMap(Background.init) else {
                    throw Problem(line: index + 1, text: key)
                }
                background = value
                continue
            }
            guard let role = Theme.roles[key] else {
                throw Problem(line: index + 1, text: key)
            }
            guard let look = Look(words) else { throw Problem(line: index + 1, text: key) }
            looks[role] = look
        }
    }

    /// Meanings by the names that they have here.
    private static let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ("\($0)", $0) })

    /// Nothing but bold and reverse: for monochrome terminals and NO_COLOR.
    package static let monochrome: Theme = {
        var theme = Theme(monochrome: "mono")
        for role in [Role.title, .accent, .late, .critical, .key, .demo] {
            theme.looks[role] = Look(["bold"])
        }
        theme.looks[.fieldFocus] = Look(["underline", "bold"])
        theme.looks[.field] = Look(["underline"])
        theme.looks[.selection] = Look(["bold"])
        return theme
    }()

    private init(monochrome name: String) { self.name = name }
}

extension Theme.Look {
    /// Words such as `6/81 on 0/16 bold`; nil when one is not understood.
    init?(_ words: [String]) {
        var isGround = false
        for word in words {
            switch word {
            case "default": continue
            case "on": isGround = true
            case "bold": isBold = true
            case "underline": isUnderlined = true
            case "reverse": isReversed = true
            case "dim": isDim = true
            default:
                let numbers = word.split(separator: "/").map { Int($0) }
                guard numbers.count == 2, let few = numbers[0], let many = numbers[1],
                    (0..<16).contains(few),
                    (0..<256).contains(many)
                else { return nil }
                if isGround {
                    (background16, background256) = (few, many)
                } else {
                    (foreground16, foreground256) = (few, many)
                }
            }
        }
    }
}
