import Repatriation
import Store
import Support
import Testing

/// Nine points, ten, eleven or those that are named: what is not asked for is off.
@Suite struct InitPointsTests {
    private func active(_ arguments: [String]) throws -> [String] {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        let made = try program.run(["init", "--officer", "Rosa Ramírez Luna"] + arguments)
        #expect(made.code == 0, "\(made.err)")
        #expect(try program.run(["verify"]).code == 0)
        return try Store(path: "\(program.folder)/g.db").points().map(\.code.text)
    }

    @Test func theNineBorderModulesAreOnUnlessOthersAreNamed() throws {
        let nine = ["TIJ", "MXL", "NOG", "CJS", "ACU", "PDN", "NLD", "REY", "MAT"]
        #expect(try active([]) == nine)
        #expect(try active(["--points", "9"]) == nine)
        #expect(try active(["--points", "11"]) == nine + ["SLR", "OJI"])
    }

    @Test func whateverIsNamedIsOnAirportsToo() throws {
        #expect(try active(["--points", "nog,SLR,NLU"]) == ["NOG", "SLR", "NLU"])
    }

    /// A point that is on has institutions to refer people to, and one that no sheet knows has no
    /// official name.
    @Test func whatIsOnIsWhole() throws {
        let folder = try TestStore.makeFolder()
        let path = "\(folder)/once.db"
        try Store.create(
            at: path,
            .init(
                lead: "Rosa Ramírez Luna", account: nil, points: NinePoints.eleven,
                now: TestStore.morning))
        let store = try Store(path: path)
        for point in try store.points() {
            #expect(try !store.providers(at: point.code).isEmpty, "\(point.code)")
            #expect(!point.official.isEmpty, "\(point.code)")
        }
        let others = try store.points(inUse: false).filter { !$0.isActive }
        #expect(others.map(\.code.text) == ["AGP", "NAC", "SON", "NLU", "VSA", "TAP"])
        #expect(others.count { $0.official.isEmpty } == 5)
    }

    @Test(arguments: ["10", "XYZ", "NOG,XYZ", "", ","]) func anUnknownPointIsRefused(
        _ list: String
    ) throws {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        let made = try program.run(["init", "--officer", "Rosa Ramírez Luna", "--points", list])
        #expect(made.code != 0 && !made.err.isEmpty)
        #expect(StoreFiles.names(in: program.folder).isEmpty)
    }

    /// The city stands beside each of the three bridges that are called alike.
    @Test func bridgesOfOneNameAreToldApartByTheirCity() throws {
        var ids = IdentifierSource(origin: 1, counter: 0)
        let points = NinePoints.make(&ids) + NinePoints.makeAirports(&ids)
        let alike = points.filter { $0.official.contains("Puerta de México") }
        #expect(alike.map(\.code.text) == ["ACU", "PDN", "MAT"])
        #expect(alike.allSatisfy { $0.official.contains($0.name) })
    }
}
