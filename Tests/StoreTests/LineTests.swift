import Repatriation
import SQLite
import Support
import Testing

@testable import Store

/// What a line about somebody reads says of them what their whole row says.
@Suite struct LineTests {
    @Test(arguments: 1...2) func aLineNamesAndJudgesSomebodyAsTheirWholeRowDoes(_ seed: Int) throws
    {
        let test = try TestStore()
        var walk = RandomWalk(seed: seed, test: test, stores: [test.store])
        try walk.run(steps: 60)
        let day = CivilDate(daysSinceEpoch: 20_777)
        let readers = try OfficerRole.allCases.map { role in
            var officer = try #require(try test.store.allOfficers().first)
            officer.roles = [role]
            return Reader(officer, isDrill: false)
        }
        var seen = 0
        for whole in try test.store.rows.all(Reception.self, "1") {
            let line = try #require(try test.store.rows.lines("id = ?", .int(whole.id.value)).first)
            seen += 1
            for reader in readers {
                let (one, other) = (line.visible(to: reader), whole.visible(to: reader))
                #expect(one.shownName == other.shownName)
                #expect(line.isNamed(to: reader) == whole.isNamed(to: reader))
                #expect(one.flags == other.flags && one.suggested == other.suggested)
            }
            #expect(line.isChild(on: day) == whole.isChild(on: day))
            #expect(line.isChildAlone == whole.isChildAlone && line.isInside == whole.isInside)
            #expect(line.age(on: day) == whole.age(on: day))
            #expect(line.ticket == whole.ticket && line.point == whole.point)
            #expect(line.isLike(TestStore.person(1)) == whole.isLike(TestStore.person(1)))
        }
        #expect(seen > 10)
    }
}
