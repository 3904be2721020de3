/// The folio printed on papers: `NOG-26-K7Q-004512-3`.
package enum Folio {
    /// Letters and digits that cannot be taken for one another (no I, O, 0, 1).
    static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    /// The folio of a paper: point, year, three letters of the origin, the paper's number, check
    /// digit.
    ///
    /// The check digit is Damm's (2004): it catches every
    /// single wrong digit of the year and the number, and every swap of neighbours among them.
    package static func make(point: PointCode, year: Int, paper: Identifier<Paper>) -> String {
        let origin = paper.value >> IdentifierSource.counterBits
        let number = paper.value & (1 << IdentifierSource.counterBits - 1)
        let letters = String([10, 5, 0].map { alphabet[origin >> $0 & 31] })
        let serial = padded(number, 6)
        let check = checkDigit(year: year % 100, origin: origin & 0x7FFF, serial: number)
        return "\(point.text)-\(padded(year % 100, 2))-\(letters)-\(serial)-\(check)"
    }

    /// Whether a typed folio has the form and the check digit of a real one.
    package static func isValid(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].count == 3, let year = Int(parts[1]), parts[2].count == 3,
            let serial = Int(parts[3]), parts[3].count >= 6, let check = Int(parts[4])
        else { return false }
        var origin = 0
        for letter in parts[2] {
            guard let index = alphabet.firstIndex(of: letter) else { return false }
            origin = origin << 5 | index
        }
        return checkDigit(year: year, origin: origin, serial: serial) == check
    }

    static func checkDigit(year: Int, origin: Int, serial: Int) -> Int {
        let table = [
            "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
            "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
        ].map { row in row.compactMap(\.wholeNumberValue) }
        let digits = (padded(year, 2) + padded(origin, 5) + padded(serial, 6)).compactMap(
            \.wholeNumberValue)
        return digits.reduce(0) { table[$0][$1] }
    }
}
