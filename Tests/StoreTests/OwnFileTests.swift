import Repatriation
import SQLite
import Store
import Support
import Testing

/// Whatever is written about somebody is in the file that they are given, or it is said here why it
/// is not.
@Suite struct OwnFileTests {
    /// Facts that are nobody's, or that are told as something else.
    private static let untold: [EventKind: String] = [
        .pointSet: "of a point", .officerAdded: "of an officer", .officerSet: "of an officer",
        .passwordSet: "of an officer", .peakSet: "of a point", .counted: "of a migration",
        .groupAnnounced: "of a group, which is told as it is",
        .groupAmended: "of a group, which is told as it is",
        .groupArrived: "of a group, which is told as it is",
        .headCounted: "of a group, which is told as it is",
        .groupBalanced: "of a group, which is told as it is",
        .groupConcluded: "of a group, which is told as it is",
        .groupReopened: "of a group, which is told as it is",
        .shiftOpened: "of a point", .shiftClosed: "of a point", .deskOpened: "of a desk",
        .deskPaused: "of a desk", .deskClosed: "of a desk", .catalogueSet: "of a catalogue",
        .providerSet: "of an institution", .stockCounted: "of a point",
        .inquiryRecorded: "of who asks at a gate, whose own data they are",
        .foliosReserved: "of a point", .archiveSeriesSet: "of the store",
        .removalMade: "of the store", .filePacked: "of the store",
        .clockConfirmed: "of a point", .hourLeftToVerify: "of a point",
        .handOverSigned: "of a shift", .handOverReceived: "of a shift",
        .waterCounted: "of a point", .shiftChecked: "of a shift",
        .periodClosed: "of figures", .surveyAdded: "of a catalogue",
        .surveyRetired: "of a catalogue",
    ]

    /// Facts that no line of the night brings about for somebody.
    private static let unplayed: [EventKind: String] = [
        .takenOver: "of a reception, by another officer",
        .missing: "of a reception, which nobody saw leave",
        .personLinked: "of a reception, of somebody who came before",
        .personUnlinked: "of a reception, of somebody who came before",
        .personToldApart: "of a reception, of somebody who came before",
        .ageCorrected: "of a reception, by a decision that takes two",
        .alarmMarked: "of a point's alert; a person's own mark is among what belongs to them",
        .curpSent: "of a reception, of somebody with a certificate and a valid CURP",
        .inquiryAnswered: "of who asks at a gate, whose own data they are",
        .surveyAnswered: "of a reception, of somebody who left a month ago",
    ]

    @Test func everyKindOfFactAboutSomebodyIsInTheirOwnFile() throws {
        var night = try MarkedNight()
        try night.play(TranscribedNight.script + MarkedNight.more)
        var told = try night.told()
        try night.removeEverybody()
        told.formUnion(try night.told())
        for kind in EventKind.allCases {
            let why = OwnFileTests.untold[kind] ?? OwnFileTests.unplayed[kind]
            #expect(
                told.contains(kind) == (why == nil), "\(kind): \(why ?? "in nobody's file")")
        }
    }

    /// Where somebody went on to another point, both points' groups and all who were given either
    /// list stand in the file; what an authority was given before they stood on the list does not.
    @Test func whoWasGivenTheListsAndWhereSomebodyWasBeforeIsInTheirOwnFile() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        try test.open(.tijuana, desks: 1)
        func share(_ group: Identifier<Group>, _ with: String) throws {
            let act = ShareGroup(group, with: with, basis: "oficio \(with)", [.name, .curp])
            try test.perform(.act(act))
            test.pass(minutes: 1)
        }
        let (group, ids) = try test.group(.nogales, people: [TestStore.person(1)])
        test.pass(minutes: 1)
        try share(group, "Primera")
        try test.perform(.act(Receive(ids[0], .all, tag: nil)))
        try test.perform(.act(Triage(ids[0], [])))
        test.pass(minutes: 1)
        let sent = try test.perform(
            .act(Transfer(.people(ids), to: .tijuana, vehicle: "SON-1234"))
        ).result["group"]?.integer
        let there = Identifier<Group>(try #require(sent))
        test.pass(minutes: 1)
        try share(there, "Segunda")
        let late = try #require(
            try test.perform(.act(AddOffList(group, TestStore.person(2)))).result["reception"]?
                .integer)
        let file = try test.store.wholeFile(ids[0].value)
        #expect(file.groups.map(\.id) == [group, there])
        #expect(file.shares.map(\.with) == ["Primera", "Segunda"])
        #expect(file.shares.allSatisfy { $0.shared == [.name, .curp] })
        let history = file.history.map(\.event.kind)
        #expect(history.count { $0 == .groupShared } == 2 && history.contains(.transferred))
        // Nothing was given of who came later.
        #expect(try test.store.wholeFile(late).shares.isEmpty)
        let asked = try test.store.ask(
            .wholeFile(
                ids[0].value,
                for: Requester(name: "x", document: "x", capacity: .representative)))
        #expect(asked.shares.isEmpty)
        #expect(!asked.history.contains { $0.event.kind == .groupShared })
    }

    /// Why somebody was moved in the queue is theirs to know, and nobody's who asks for them.
    @Test func whySomebodyWasMovedInTheQueueIsToldToThemAlone() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(SetPriority(id, .older, reason: "MOTIVOPLANTADO")))
        #expect("\(try test.store.wholeFile(id.value))".contains("MOTIVOPLANTADO"))
        let asked = try test.store.ask(
            .wholeFile(
                id.value, for: Requester(name: "x", document: "x", capacity: .representative)))
        #expect(!"\(asked)".contains("MOTIVOPLANTADO"))
    }
}

extension MarkedNight {
    /// The kinds of fact that stand in anybody's own file.
    fileprivate func told() throws -> Set<EventKind> {
        let raw = try Connection(path: test.path, mode: .read)
        let ids = try raw.statement("SELECT id FROM reception ORDER BY id").all { $0.int(0) }
        return try ids.reduce(into: []) { told, id in
            told.formUnion(try test.store.wholeFile(id).history.map(\.event.kind))
        }
    }
}
