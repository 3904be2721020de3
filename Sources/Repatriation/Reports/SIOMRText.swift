/// Rows of INM's desk system as they go out, as ``CSVText`` writes their cells; the ends of rows are
/// few, and each is written once.
package struct SIOMRText {
    /// What was added since it was taken.
    private var bytes: [UInt8] = []
    private var ends: [SIOMRGivenSet: [UInt8]] = [:]

    /// Nothing yet.
    package init() {}

    /// The text of these rows. O(their length).
    package mutating func of(_ rows: [SIOMRRow]) -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        for row in rows {
            row.tellCells { cell in
                CSVText.append(cell, to: &bytes)
                bytes.append(CSVText.comma)
            }
            bytes.append(contentsOf: end(row.given))
        }
        return bytes
    }

    private mutating func end(_ given: SIOMRGivenSet) -> [UInt8] {
        if let known = ends[given] { return known }
        var end: [UInt8] = []
        for place in SIOMRColumn.services.indices {
            if place > 0 { end.append(CSVText.comma) }
            CSVText.append(given[place].rawValue, to: &end)
        }
        CSVText.endRow(&end)
        if ends.count > 4096 { ends = [:] }
        ends[given] = end
        return end
    }
}

/// What somebody was referred for or given, by the places of ``SIOMRColumn/services``; nothing was
/// asked about in a new one.
struct SIOMRGivenSet: Sendable, Hashable {
    private var yes: UInt32 = 0
    private var no: UInt32 = 0

    init() {}

    /// Yes where a bit is set; no where it is not, and it was asked about.
    init(yes: UInt32, asked: UInt32) { (self.yes, no) = (yes, asked & ~yes) }

    subscript(place: Int) -> SIOMRGiven {
        get {
            let bit: UInt32 = 1 << UInt32(place)
            return yes & bit != 0 ? .yes : no & bit != 0 ? .no : .notAsked
        }
        set {
            let bit: UInt32 = 1 << UInt32(place)
            yes = newValue == .yes ? yes | bit : yes & ~bit
            no = newValue == .no ? no | bit : no & ~bit
        }
    }
}
