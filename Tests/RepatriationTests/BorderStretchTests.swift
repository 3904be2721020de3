import Repatriation
import Support
import Testing

/// Where somebody crossed is told beside where they are returned.
@Suite struct BorderStretchTests {
    /// A point without a stretch would make every return there one inland.
    @Test func everyPointOnTheBorderLiesOnAStretch() {
        var ids = IdentifierSource(origin: 1, counter: 0)
        let points = NinePoints.make(&ids)
        #expect(points.count > 9)
        for point in points {
            #expect(BorderStretch(municipality: point.municipality) != nil, "\(point.code.text)")
        }
        for airport in NinePoints.makeAirports(&ids) {
            #expect(BorderStretch(municipality: airport.municipality) == nil)
        }
    }

    /// A municipality on two stretches would be on the first alone.
    @Test func noMunicipalityLiesOnTwo() {
        let all = BorderStretch.allCases.flatMap(\.municipalities)
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { $0.utf8.count == 5 })
    }

    /// Each stretch is an answer of the question, by the same code.
    @Test func everyStretchCanBeAnswered() {
        let codes = ProfileField.crossingStretch.question.kind.list?.options.map(\.code) ?? []
        #expect(BorderStretch.allCases.allSatisfy { codes.contains($0.rawValue) })
    }
}
