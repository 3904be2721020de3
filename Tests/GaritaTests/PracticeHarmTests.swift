import Drill
import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

@testable import garita

/// What a practice must never do to whoever relies on it.
@Suite struct PracticeHarmTests {
    private func lived(
        _ name: String, trainees: [String] = [], until: (LivedScenario) -> Instant
    ) throws -> (path: String, lived: LivedScenario) {
        let path = "\(try TestStore.makeFolder())/p.db"
        let (scenario, text) = try ScenarioFiles.scenario(name)
        let lived = try LivedScenario(
            scenario, text: text, at: path, seed: nil, player: .careless, trainees: trainees)
        let now = until(lived)
        try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in lived.advance(to: now) }
        return (path, lived)
    }

    /// A practice that is left half an hour in: what could still be done in time is no fault.
    @Test func whatIsNotDueWhenAPracticeIsLeftCountsNeitherWay() throws {
        let (path, lived) = try lived("tio") { $0.rehearsal.start.adding(minutes: 50) }
        let left = try DrillRecord(path)
        let now = lived.rehearsal.start.adding(minutes: 50)
        #expect(left.isBrokenOff)
        #expect(left.debrief.reached.flatMap(\.missed).allSatisfy { $0.deadline <= now })
        #expect(left.possible < lived.rehearsal.scenario.possible)
        let (whole, _) = try self.lived("tio") { $0.rehearsal.end }
        let ended = try DrillRecord(whole)
        #expect(!ended.isBrokenOff && ended.possible == lived.rehearsal.scenario.possible)
        #expect(ended.points == 0)
    }

    /// Names of those who learn, hours and what a trainer says stand in a practice and hold.
    @Test func aClassesStoreVerifiesAndItsCopyIsTaken() throws {
        let (_, lived) = try lived("manana", trainees: ["Ana Núñez", "Beto"]) {
            $0.rehearsal.start.adding(minutes: 20)
        }
        let store = lived.store
        try store.note(PracticeNote(.trainee, "Ana Núñez", "1", at: lived.rehearsal.start))
        try store.note(PracticeNote(.works, "09:15", "", at: lived.rehearsal.start))
        #expect(try store.verify(quick: false) == .holds(events: try store.figures().events))
    }

    /// The disk is full, or the file is gone: the clock does not go on as if all were kept.
    @Test func aPracticeThatCannotBeKeptStopsAndSaysWhy() throws {
        let (path, lived) = try lived("manana") { $0.rehearsal.start }
        let clock = PracticeClock(
            from: lived.rehearsal.start, to: lived.rehearsal.start.adding(minutes: 30), speed: 1)
        unlink(path)
        let day = LiveDay(lived, path: path, clock: clock)
        day.start()
        clock.wait()
        day.end()
        #expect(day.state.isOver)
        #expect(day.state.told.contains { $0.synopsis.hasPrefix("La práctica se detuvo:") })
    }

    /// «de la Fuente» is one surname: its particles name nobody.
    @Test(arguments: [
        ("Abigaíl Vargas de la Fuente", "A. Vargas"), ("Juan de la Cruz Pérez", "J. de la Cruz"),
        ("Rosa Ramírez Luna", "R. Ramírez"), ("María del Carmen Soto Ruiz", "M. Soto"),
        ("Ana López", "A. López"), ("Xóchitl", "Xóchitl"), ("", ""),
        ("Luis Montes de Oca Vega", "L. Montes de Oca"),
    ])
    func anOfficersSurnameKeepsItsParticles(_ name: String, _ short: String) {
        var officer = Officer(id: Identifier(1))
        officer.name = name
        #expect(officer.short == short)
    }

    @Test(arguments: [
        ("Abigaíl Vargas de la Fuente", "AVA"), ("Juan de la Cruz Pérez", "JCR"),
        ("Rosa Ramírez Luna", "RRA"), ("Ana López", "ALO"), ("Xóchitl", "XÓC"),
    ])
    func initialsAreOfASurnameAndNoParticle(_ name: String, _ initials: String) {
        #expect(Officer.initials(of: name) == initials)
    }

    /// A trainee who joins from another folder is seated at the store of the class, and at no other
    /// of that name.
    @Test func theFolderOfAClassIsTheSameFromEverywhere() throws {
        let folder = try TestStore.makeFolder()
        let file = try ClassFileTests.write(ClassHarness.text, in: folder)
        let here = FileManager.default.currentDirectoryPath
        let up = here.split(separator: "/").map { _ in ".." }.joined(separator: "/")
        let files = try ClassFiles("\(up)\(file)")
        #expect(files.folder.hasPrefix("/") && !files.folder.contains(".."))
        #expect(files.folder == (try ClassFiles(file)).folder)
    }
}
