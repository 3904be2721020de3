import Foundation

/// The list of a bus of 52 invented people, as a spreadsheet gives it.
enum NightList {
    static let numbers = 1...52
    /// A child on the list by the date of birth, with nobody.
    static let childAlone = 44
    /// A mother and her child.
    static let mother = 46
    static let child = 47

    private static let first = [
        "LUNA", "VERA", "SOTO", "RUIZ", "MORA", "PINO", "CANO", "RIOS", "LARA", "VEGA", "SOSA",
        "NAVA", "MEZA",
    ]
    private static let second = ["ROBLES", "DUARTE", "SALAS", "CAMPOS"]

    /// No two have both surnames in common.
    static func surnames(_ number: Int) -> String {
        guard number > 0 else { return "Zenteno Quiroga" }
        return "\(first[(number - 1) % first.count]) \(second[(number - 1) / first.count])"
    }

    static func given(_ number: Int) -> String { isWoman(number) ? "ANA" : "OMAR" }
    static func whole(_ number: Int) -> String { "\(surnames(number)), \(given(number))" }
    static func isWoman(_ number: Int) -> Bool { number.isMultiple(of: 2) }

    /// Children stay children in whatever year this runs.
    static func birthYear(_ number: Int) -> Int {
        guard number > 0 else { return 1971 }
        guard [childAlone, child].contains(number) else { return 1960 + number % 30 }
        return Calendar(identifier: .gregorian).component(.year, from: Date()) - 10
    }

    /// What came back, by the letter of the roll call; all where nothing stands here.
    static let letters = [31: "p", 32: "p", 33: "p", 34: "v", 35: "s", 36: "s", 37: "s"]

    /// What the first questions find, by its letter; nothing where nothing stands here.
    static let answers = [5: "v", 8: "n", 46: "f", 47: "f"]

    /// Who of them is named here first; 0 is whoever is on no list.
    static func number(in text: String) -> Int? {
        if text.contains("Zenteno Quiroga, Petra") { return 0 }
        return numbers.first { text.contains(whole($0)) }
    }

    static let text: String = {
        let rows = numbers.map { number in
            let born = "\(number % 12 + 1)/\(number % 28 + 1)/\(birthYear(number))"
            return
                "\(number),\(surnames(number)),\(given(number)),\(born),\(isWoman(number) ? "F" : "M")\n"
        }
        return "NO,LAST NAME,FIRST NAME,DOB,SEX\n" + rows.joined()
    }()
}
