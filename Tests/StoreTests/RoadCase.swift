import Repatriation
import Store
import Support

/// What every test of people between two points begins with: two points that work.
protocol RoadCase {
    var test: TestStore { get }
}

extension RoadCase {
    /// Nogales with two desks and Tijuana with one.
    static func twoPoints() throws -> TestStore {
        let test = try TestStore()
        try test.open(.nogales, desks: 2)
        try test.open(.tijuana, desks: 1)
        return test
    }

    @discardableResult
    func run(_ act: any Act, by officer: Identifier<Officer>? = nil) throws -> Answer {
        try test.perform(.act(act), by: officer)
    }
}
