/// CURPs as they went to IMSS, each once.
package struct CURPList: Sendable, Equatable {
    /// The day of the decree: whoever was received before it is owed to nobody.
    package static let since = "2025-01-24"
    /// The CURPs, in the order of their letters, so that the order in which people came is not
    /// told.
    package let curps: [String]
    /// How many receptions they are of.
    package let receptions: Int

    /// From the receptions of a list, or of several.
    package init(of receptions: [Reception]) {
        curps = Set(receptions.compactMap(\.curp)).sorted()
        self.receptions = receptions.count
    }

    /// For spreadsheets.
    package var lines: [[String]] { [["CURP"]] + curps.map { [$0] } }
}

/// Who has a certificate and is on no list, and why; counts alone.
package struct CURPsOwed: Sendable, Equatable {
    /// Would go with the next list.
    package var ready = 0
    /// Nobody wrote a CURP down.
    package var without = 0
    /// What was written down is no valid CURP.
    package var invalid = 0
    /// Opposed that their data go to institutions.
    package var opposed = 0

    /// Nobody.
    package init() {}

    /// Counts one who is on no list; says whether they go with the next.
    package mutating func add(_ person: Reception) -> Bool {
        guard let curp = person.curp else {
            without += 1
            return false
        }
        guard person.opposes?.contains(.sharing) != true else {
            opposed += 1
            return false
        }
        guard CURP(curp).isValid else {
            invalid += 1
            return false
        }
        ready += 1
        return true
    }
}
