/// A CURP as evidence: what it says about itself, never made here and never a key.
///
/// Structure and check digit: Instructivo Normativo para la Asignación de la CURP (RENAPO).
package struct CURP: Sendable, Equatable {
    /// A rule that a text breaks, in the order in which they are told.
    package enum Failure: String, Sendable, CaseIterable { case structure, date, state, checkDigit }

    /// The text in capitals without spaces around it.
    package let text: String
    /// What is wrong with it; empty when nothing is.
    package let failures: [Failure]

    /// Examines any text.
    package init(_ given: String) {
        text = given.trimmed.uppercased().composed
        let letters = Array(text)
        guard CURP.hasStructure(letters) else {
            failures = [.structure]
            return
        }
        var found: [Failure] = []
        if CURP.date(letters) == nil { found.append(.date) }
        if MexicanState(curpCode: String(letters[11...12])) == nil { found.append(.state) }
        if CURP.checkDigit(of: letters) != letters[17].wholeNumberValue {
            found.append(.checkDigit)
        }
        failures = found
    }

    /// No failure at all. The check digit alone proves little: it passes H for M and many swapped
    /// digits.
    package var isValid: Bool { failures.isEmpty }
    /// The birth date it says, when it says one.
    package var birthDate: CivilDate? {
        failures.contains(.structure) ? nil : CURP.date(Array(text))
    }
    /// The sex letter it says.
    package var sex: Sex? {
        failures.contains(.structure) ? nil : Sex(rawValue: String(Array(text)[10]))
    }
    /// The state of birth it says.
    package var state: MexicanState? {
        failures.contains(.structure) ? nil : MexicanState(curpCode: String(Array(text)[11...12]))
    }

    private static func hasStructure(_ letters: [Character]) -> Bool {
        guard letters.count == 18 else { return false }
        return letters.enumerated().allSatisfy { index, letter in
            switch index {
            case 0...3, 11...15: isCapital(letter)
            case 4...9, 17: letter.isASCII && letter.isNumber
            case 10: "HMX".contains(letter)
            default: isCapital(letter) || letter.isASCII && letter.isNumber
            }
        }
    }

    private static func isCapital(_ letter: Character) -> Bool {
        ("A"..."Z").contains(letter) || letter == "Ñ"
    }

    /// Position 17 tells the century: a digit for births to 1999, a letter from 2000.
    private static func date(_ letters: [Character]) -> CivilDate? {
        let digits = letters[4...9].compactMap(\.wholeNumberValue)
        guard digits.count == 6 else { return nil }
        let century = letters[16].isNumber ? 1900 : 2000
        return CivilDate(
            year: century + digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
            day: digits[4] * 10 + digits[5])
    }

    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ")

    /// Seventeen characters with the check digit that closes them.
    package static func closed(_ seventeen: String) -> String {
        seventeen + String(checkDigit(of: Array(seventeen)))
    }

    private static func checkDigit(of letters: [Character]) -> Int {
        let sum = letters.prefix(17).enumerated().reduce(0) { sum, next in
            sum + (alphabet.firstIndex(of: next.element) ?? 0) * (18 - next.offset)
        }
        return (10 - sum % 10) % 10
    }
}

extension String {
    /// The text without white space at its ends.
    package var trimmed: String {
        var view = Substring(self)
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
