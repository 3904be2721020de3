import Repatriation

/// What happened, so many days earlier and under numbers of another origin: the people of the same
/// names and ages whom a copy of a store holds.
///
/// Every value of every row goes through it, whatever column it stands in: an identifier of the
/// store's origin is known by its number, a moment by its size, a day and a folio by their form.
/// What all copies share (officers, points, desks, catalogues, institutions) keeps its number.
struct Earlier {
    /// Which copy it is; the store itself is copy 0, where nothing changes.
    let copy: Int
    /// The store's origin.
    let origin: Int
    /// The copy's.
    let newOrigin: Int
    private let days: Int
    private let shared: Set<Int>
    private let step: Int

    /// What a moment is: from 2001 to 2065, in milliseconds.
    private static let moments = 1_000_000_000_000..<3_000_000_000_000

    init(copy: Int, of origin: Int, among copies: Int, days: Int, sharing shared: Set<Int>) {
        let isRoom = origin + copies < 1 << 24
        self.copy = copy
        self.origin = origin
        self.days = copy * days
        self.shared = shared
        newOrigin = origin + (isRoom ? copy : -copy)
        step = (newOrigin - origin) << IdentifierSource.counterBits
    }

    /// A number: an identifier, a moment or neither.
    func number(_ value: Int) -> Int {
        if value >> IdentifierSource.counterBits == origin {
            return shared.contains(value) ? value : value + step
        }
        return Earlier.moments.contains(value) ? moment(value) : value
    }

    /// A moment, in milliseconds.
    func moment(_ value: Int) -> Int { value - days * 86_400_000 }

    /// A text with the numbers, days and folios that stand in it.
    func text(_ bytes: UnsafeRawBufferPointer) -> String {
        guard copy > 0 else { return String(decoding: bytes, as: UTF8.self) }
        var made: [UInt8] = []
        var copied = 0
        var place = 0
        while place < bytes.count {
            guard bytes[place].isDigit else {
                place += 1
                continue
            }
            var end = place + 1
            while end < bytes.count, bytes[end].isDigit { end += 1 }
            if let found = earlier(bytes, place, end) {
                made.append(contentsOf: bytes[copied..<found.from])
                made.append(contentsOf: found.text.utf8)
                copied = found.through
                end = copied
            }
            place = end
        }
        guard copied > 0 else { return String(decoding: bytes, as: UTF8.self) }
        made.append(contentsOf: bytes[copied...])
        return String(decoding: made, as: UTF8.self)
    }

    /// What is to stand there in the place of a run of digits and what belongs to it; nil where
    /// that is left as it is.
    private func earlier(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> (
        from: Int, through: Int, text: String
    )? {
        switch end - start {
        case 2: return folio(bytes, start)
        case 4: return day(bytes, start)
        case 9...16:
            guard isAlone(bytes, start, end),
                let value = Int(String(decoding: bytes[start..<end], as: UTF8.self))
            else { return nil }
            return (start, end, String(number(value)))
        default: return nil
        }
    }

    /// `2026-11-20`.
    private func day(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> (Int, Int, String)? {
        let end = start + 10
        guard end <= bytes.count, isAlone(bytes, start, end),
            let day = CivilDate(text: String(decoding: bytes[start..<end], as: UTF8.self))
        else { return nil }
        return (start, end, CivilDate(daysSinceEpoch: day.daysSinceEpoch - days).text)
    }

    /// `NOG-26-K7Q-004512-3`, by its year's place.
    private func folio(_ bytes: UnsafeRawBufferPointer, _ year: Int) -> (Int, Int, String)? {
        let start = year - 4
        guard start >= 0 else { return nil }
        let end = bytes[start...].firstIndex { !$0.isDigit && !$0.isCapital && $0 != 0x2D }
        let text = String(decoding: bytes[start..<(end ?? bytes.count)], as: UTF8.self)
        let parts = text.split(separator: "-")
        guard parts.count == 5, let point = PointCode(String(parts[0])),
            let year = Int(parts[1]), let number = Int(parts[3]), Folio.isValid(text)
        else { return nil }
        let paper = Identifier<Paper>(newOrigin << IdentifierSource.counterBits | number)
        return (
            start, start + text.utf8.count, Folio.make(point: point, year: year, paper: paper)
        )
    }

    /// Neither letter, digit nor dash stands at either end.
    private func isAlone(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        func isPart(_ byte: UInt8) -> Bool {
            byte.isDigit || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x2D || byte > 0x7F
        }
        return !(start > 0 && isPart(bytes[start - 1]))
            && !(end < bytes.count && isPart(bytes[end]))
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
}
