import Repatriation
import SQLite
import Store
import Support
import Testing

/// Whatever somebody typed about a person, a driver or a visitor is gone with them, whichever act
/// took it.
@Suite struct EndOfWordsTests {
    /// Texts that no mark can stand in, and texts that stay: each with why.
    private static let kept: [String: String] = [
        "setProvider.name": "of an institution", "setProvider.contact": "of an institution",
        "setProvider.hours": "of an institution",
        "addOfficer.name": "of an officer", "addOfficer.account": "of an officer",
        "setOfficer.name": "of an officer", "setOfficer.account": "of an officer",
        "setArchiveSeries.code": "of the archive", "setArchiveSeries.name": "of the archive",
        "removeBlocked.dictamen": "the proof of a removal",
        "cancelFolio.folio": "a folio that is there", "acknowledge.alert": "an alert that rings",
        "assignInterpreter.language": "a code of a list",
        "answerSurvey.survey": "a survey that is there",
        "retireSurvey.survey": "a survey that is there",
    ]

    /// Acts that no line gives: they are about points and catalogues.
    private static let isOfPlaces = ["setPoint.", "setEntry.", "setMunicipalities."]

    /// What a removal takes, kind by kind, is what the kinds say of themselves.
    @Test func everyKindOfThingGoesAsItSaysThatItGoes() {
        func kinds(_ end: EndOfWords) -> Set<EntityKind> {
            Set(EntityKind.allCases.filter { $0.endOfWords == end })
        }
        #expect(Set(RemovalDue.byYears.map { $0.kind }) == kinds(.withYears))
        let belonging = Set(Belonging.kinds.map { $0.kind })
        #expect(belonging.union([.reception]).subtracting([.alarmMark]) == kinds(.withPerson))
        // Of those that never go, only officers and the proof of a removal have words at all.
        func words<E: Entity>(_: E.Type) -> Bool {
            E.fields.contains { ![.plain, .statistical].contains($0.access) }
        }
        let staying: [any Entity.Type] = [
            Officer.self, Removal.self, Provider.self, CatalogueEntry.self, ArchiveSeries.self,
            StockItem.self, WaterCount.self, PeriodClosing.self, Survey.self,
        ]
        #expect(Set(staying.map { $0.kind }) == kinds(.never))
        #expect(staying.filter { words($0) }.map { $0.kind } == [.officer, .removal])
    }

    @Test func noWordAboutAnybodyOutlivesTheRemovalOfEverybody() throws {
        var night = try MarkedNight()
        try night.play(TranscribedNight.script + MarkedNight.more)
        let takes = Acts.all.reduce(into: Set<String>()) { $0.formUnion(MarkedNight.texts(of: $1)) }
        let untyped = takes.subtracting(night.typed).subtracting(EndOfWordsTests.kept.keys)
            .filter { text in !EndOfWordsTests.isOfPlaces.contains { text.hasPrefix($0) } }
        #expect(untyped.isEmpty, "no step types \(untyped.sorted())")
        let before = night.found(in: try night.bytes())
        #expect(before.count > 100, "the night marks nothing")
        try night.removeEverybody()
        let left = Set(night.found(in: try night.bytes()).compactMap { night.marks[$0] })
        let kept = Set(EndOfWordsTests.kept.keys)
        #expect(left.subtracting(kept).isEmpty, "\(left.subtracting(kept).sorted())")
        let events = try night.test.store.figures().events
        #expect(try night.test.store.verify(quick: false) == .holds(events: events))
    }
}

extension MarkedNight {
    /// Everybody leaves, the years pass, and two officers remove them all.
    func removeEverybody() throws {
        let raw = try Connection(path: test.path, mode: .read)
        let ids = try raw.statement("SELECT id FROM reception ORDER BY id").all { $0.int(0) }
        for id in ids.map(Identifier<Reception>.init) { try leave(id) }
        for id in try raw.statement("SELECT id FROM rightsRequest WHERE state = 'open'").all({
            Identifier<RightsRequest>($0.int(0))
        }) {
            try test.perform(.act(AnswerRights(id, RightsResolution(.granted))))
        }
        test.now = test.now.adding(minutes: 525_960 * 6)
        try test.perform(.act(BlockDue()))
        let staying = try raw.statement(
            """
            SELECT stage, "exit", unlocated, sentStage, priority, place FROM reception
            WHERE blockedAt IS NULL
            """
        ).all { row in (0..<6).map { row.text($0) } }
        #expect(staying.isEmpty)
        let asked = try test.perform(.act(RemoveBlocked(dictamen: "D-1", people: ids.count)))
        let act = try #require(asked.act)
        try test.store.alone {
            try test.perform(.act(Confirm(act)), by: second)
            try test.store.compact()
            try test.perform(.act(NotePacked()))
        }
    }

    /// By whichever end takes them; a child by the hand-over to DIF.
    private func leave(_ id: Identifier<Reception>) throws {
        let ends: [any Act] = [
            Locate(id, found: "en su casa"), Receive(id, nil, tag: nil),
            ReleasePerson(id, Release(.ownDecision)),
            LeaveAnyway(id, Leaving(pending: [], explainedIn: "español")),
        ]
        for end in ends where test.refusal(.act(end)) == nil { continue }
        guard try test.reception(id).isInside else { return }
        try test.prepareHandOver(id)
        let line: JSON = [
            "do": "release", "reception": .int(id.value), "how": "dif",
            "receiver": [
                "institution": "DIF Sonora", "name": "Guardia inventada", "id": "4417",
                "plate": "AB-1",
            ],
        ]
        let asked = try #require(try test.perform(Command(line)).act)
        try test.perform(.act(Confirm(asked)), by: second)
    }

    /// What the transcribed night says no word to, or where its words are refused.
    static let more: [TranscribedStep] = [
        TranscribedStep(#"{"do":"receive","reception":«p3»}"#),
        TranscribedStep(#"{"do":"openShift","point":"NOG"}"#),
        TranscribedStep(
            #"{"do":"openDesk","point":"NOG","desk":1,"attends":["general","priority","medical"]}"#),
        TranscribedStep(
            """
            {"do":"checkShift","point":"NOG","water":"no","kits":"no","printer":"no","phones":"no",\
            "privateRoom":"no","clock":"no","waterRemark":"x","kitsRemark":"x","printerRemark":"x",\
            "phonesRemark":"x","privateRoomRemark":"x","clockRemark":"x"}
            """),
        TranscribedStep(
            #"{"do":"announceGroup","point":"NOG","mode":"bus","authority":"ICE","count":2}"#,
            ["m": "group"]),
        TranscribedStep(
            """
            {"do":"addToList","group":«m»,"people":[{"given":"Ana","sex":"M",\
            "birthDate":"1980-01-01"},{"given":"Eva","sex":"M","birthDate":"1981-01-01"}]}
            """, ["q": "receptions"]),
        TranscribedStep(#"{"do":"receive","reception":«q0»}"#),
        TranscribedStep(#"{"do":"receive","reception":«q1»}"#),
        TranscribedStep(#"{"do":"triage","reception":«q0»,"flags":[]}"#),
        TranscribedStep(#"{"do":"triage","reception":«q1»,"flags":[]}"#),
        TranscribedStep(
            #"{"do":"setPriority","reception":«q1»,"priority":"older","reason":"x"}"#),
        TranscribedStep(#"{"do":"call","reception":«q0»,"desk":1,"reason":"x"}"#),
        TranscribedStep(#"{"do":"notPresent","reception":«q0»}"#),
        TranscribedStep(#"{"do":"call","reception":«q0»,"desk":1,"reason":"x"}"#),
        TranscribedStep(#"{"do":"park","reception":«q0»}"#),
        TranscribedStep(#"{"do":"resume","reception":«q0»}"#),
        TranscribedStep(#"{"do":"call","reception":«q0»,"desk":1,"reason":"x"}"#),
        TranscribedStep(#"{"do":"startInterview","reception":«q0»,"desk":1}"#),
        TranscribedStep(
            #"{"do":"saveProfile","reception":«q0»,"answers":{"schooling":"primary"}}"#),
        TranscribedStep(
            """
            {"do":"saveProfile","reception":«q0»,"answers":{"schooling":"primary"},\
            "person":{"sex":"M"}}
            """),
        TranscribedStep(
            #"{"do":"noticeGiven","reception":«q0»,"version":1,"how":"read"}"#),
        TranscribedStep(#"{"do":"setPeak","point":"NOG","reason":"x"}"#),
        TranscribedStep(#"{"do":"acknowledge","alert":"peak.NOG","note":"x"}"#),
        TranscribedStep(
            """
            {"do":"acknowledge","alert":"peak.NOG","shelveUntil":"2026-11-21T01:00:00.000Z",\
            "reason":"x"}
            """),
        TranscribedStep(
            #"{"do":"tickLane","reception":«off»,"lane":"reserved","step":"privateRoom"}"#),
        TranscribedStep(
            #"{"do":"setNationality","reception":«q0»,"is":"accredited","proof":"passport"}"#),
        TranscribedStep(
            """
            {"do":"saveProfile","reception":«q0»,"answers":\(complete)}
            """),
        TranscribedStep(#"{"do":"issueCertificate","reception":«q0»}"#, ["folio": "folio"]),
        TranscribedStep(#"{"do":"cancelFolio","folio":"«folio»","reason":"x"}"#),
    ]

    private static let complete = JSON.object(
        Dictionary(
            uniqueKeysWithValues: completeAnswers.map { ($0.key.rawValue, JSON.string($0.value)) })
    ).serialized
}
