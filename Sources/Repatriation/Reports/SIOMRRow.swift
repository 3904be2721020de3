/// A row of INM's desk system: somebody who was returned, by its 37 columns. Names nobody.
package struct SIOMRRow: Sendable, Equatable {
    /// The state of the point.
    package var state: String?
    /// The letters of the point.
    package var point = PointCode.none
    /// The name of the point.
    package var pointName: String?
    /// The point's own day.
    package var day = CivilDate(daysSinceEpoch: 0)
    /// How often somebody was returned.
    package var repeats: SIOMRRepeats?
    /// Sex.
    package var sex: SIOMRSex?
    /// Age in whole years on that day.
    package var age: Int?
    /// State of birth.
    package var birthState: String?
    /// Municipality of birth.
    package var birthMunicipality: String?
    /// Schooling.
    package var schooling: SIOMRSchooling?
    /// With whom somebody came.
    package var company: SIOMRCompany?
    /// Time in the US.
    package var stay: SIOMRStay?
    /// US state of detention.
    package var detention: String?
    /// Who detained, or handed over.
    package var authority: SIOMRAuthority?
    /// State of destination.
    package var destination: String?
    /// Municipality of destination.
    package var destinationMunicipality: String?
    /// What somebody was referred for or given.
    var given = SIOMRGivenSet()
    /// The same, in the order of ``SIOMRColumn/services``.
    package var services: [SIOMRGiven] {
        get { SIOMRColumn.services.indices.map { given[$0] } }
        set {
            for (place, value) in zip(SIOMRColumn.services.indices, newValue) {
                given[place] = value
            }
        }
    }

    /// Nothing but where and when.
    package init(_ point: PointCode, _ day: CivilDate) { (self.point, self.day) = (point, day) }

    /// What stands where nobody knows.
    package static let unknown = "no especificado"

    /// Its cells, in the order of ``SIOMRColumn``.
    package var cells: [String] {
        var cells: [String] = []
        tellCells { cells.append($0) }
        return cells + services.map(\.rawValue)
    }

    /// The cells before those of services, in order.
    @inline(__always)
    func tellCells(_ take: (String) -> Void) {
        func tell(_ text: String?) { take(text ?? SIOMRRow.unknown) }
        tell(state)
        take(point.text)
        tell(pointName)
        take(day.text)
        tell(repeats?.rawValue)
        tell(sex?.rawValue)
        tell(age.map(String.init))
        tell(birthState)
        tell(birthMunicipality)
        tell(schooling?.rawValue)
        tell(company?.rawValue)
        tell(stay?.rawValue)
        tell(detention)
        tell(authority?.rawValue)
        tell(destination)
        tell(destinationMunicipality)
    }

    /// A row of cells as ``cells`` gives them; nil where one is not of the system's words.
    package init?(cells: [String]) {
        guard cells.count == SIOMRColumn.allCases.count, let point = PointCode(cells[1]),
            let day = CivilDate(text: cells[3])
        else { return nil }
        self.init(point, day)
        func text(_ column: Int) -> String? {
            cells[column] == SIOMRRow.unknown ? nil : cells[column]
        }
        func word<Word: SIOMRWord>(_ column: Int, _ word: inout Word?) -> Bool {
            word = Word(rawValue: cells[column])
            return word != nil || text(column) == nil
        }
        guard word(4, &repeats), word(5, &sex), word(9, &schooling), word(10, &company),
            word(11, &stay), word(13, &authority)
        else { return nil }
        age = text(6).flatMap { Int($0) }
        guard age != nil || text(6) == nil else { return nil }
        (state, pointName) = (text(0), text(2))
        (birthState, birthMunicipality, detention) = (text(7), text(8), text(12))
        (destination, destinationMunicipality) = (text(14), text(15))
        let given = cells[16...].compactMap(SIOMRGiven.init)
        guard given.count == SIOMRColumn.services.count else { return nil }
        services = given
    }

    /// Whether somebody was referred for or given what a column says.
    package subscript(service: SIOMRColumn) -> SIOMRGiven? {
        get { SIOMRRow.places[service].map { given[$0] } }
        set {
            guard let place = SIOMRRow.places[service], let newValue else { return }
            given[place] = newValue
        }
    }
    private static let places = Dictionary(
        uniqueKeysWithValues: zip(SIOMRColumn.services, SIOMRColumn.services.indices))
}

/// What the rows of the official system never say.
package enum SIOMRContradiction: Sendable, CaseIterable {
    /// A child whom nobody accompanies did not go to DIF.
    case childAloneWithoutDIF
    /// Somebody under 18 stands as an adult.
    case childAsAdult
    /// Somebody of age stands as a child.
    case adultAsChild
    /// Somebody was in the US for longer than they have lived.
    case stayBeyondAge
    /// Somebody under 18 has a degree.
    case degreeOfChild
}

extension SIOMRRow {
    /// What it says that cannot be so together.
    package var contradictions: Set<SIOMRContradiction> {
        var found: Set<SIOMRContradiction> = []
        if company == .childAlone, self[.childProtection] == .no {
            found.insert(.childAloneWithoutDIF)
        }
        let isChild = age.map { $0 < 18 } ?? company?.isOfChild
        if isChild == true, company?.isOfChild == false { found.insert(.childAsAdult) }
        if isChild == false, company?.isOfChild == true { found.insert(.adultAsChild) }
        let oldest = age ?? (isChild == true ? 17 : nil)
        if let oldest, let stay, stay.leastAge > oldest { found.insert(.stayBeyondAge) }
        if isChild == true, schooling?.isDegree == true { found.insert(.degreeOfChild) }
        return found
    }
}
