import Repatriation
import Testing

/// Alarms about people, by number: raised past their threshold, not before it, and cleared.
@Suite struct PersonAlarmTests {
    private func ago(_ minutes: Int) -> Instant { AlarmFacts.ago(minutes) }

    private func one(_ ticket: Int?, _ minutes: Int) -> PointFacts.One {
        .init(100 + (ticket ?? 0), ticket: ticket, at: ago(minutes))
    }

    @Test func unlocatedIsALineEachUntilTheyAreFound() throws {
        let alerts = AlarmFacts.told {
            $0.missing = [
                (one(12, 50), 3, 4), (one(nil, 40), 5, 6),
            ]
        }
        #expect(
            alerts.map(\.kind) == [.unlocated, .unlocated]
                && alerts.map(\.grade) == [.critical, .critical])
        #expect(alerts.map(\.subject) == [112, 100] && alerts.map(\.since) == [ago(50), ago(40)])
        let asks = "Pida respuesta a EUA y avise a Beta."
        #expect(alerts.first?.text.es == "Persona sin ubicar: ficha 12 del G4. \(asks)")
        #expect(alerts.last?.text.es == "Persona sin ubicar: lista 5 del G6. \(asks)")
        #expect(AlarmFacts.told { $0.missing = [] }.isEmpty)
    }

    @Test func toConfirmRingsForTenMinutes() throws {
        let alert = try AlarmFacts.told { $0.toConfirm = [one(12, 9)] }.only(.toConfirm)
        #expect(alert.grade == .late && alert.subject == 112 && alert.since == ago(9))
        #expect(alert.text.es == "Salida por confirmar: ficha 12. En su ficha, «k».")
        #expect(AlarmFacts.told { $0.toConfirm = [one(12, 10)] }.isEmpty)
        #expect(AlarmFacts.told { $0.toConfirm = [] }.isEmpty)
    }

    @Test func nationalityDueRingsBeforeTheTermAndIsCriticalAfter() throws {
        func told(_ minutes: Int, _ own: [AlertKind: Int] = [:]) -> [Alert] {
            AlarmFacts.told(own) { $0.undecided = [one(12, minutes)] }
        }
        let before = try told(1201).only(.nationalityDue)
        #expect(before.grade == .late && before.subject == 112 && before.since == ago(1201 - 1440))
        #expect(before.text.en.hasPrefix("Nationality of 12: the 24 h of art. 36 end."))
        #expect(try told(1440).only(.nationalityDue).grade == .late)
        #expect(try told(1441).only(.nationalityDue).grade == .critical)
        #expect(told(1200).isEmpty && told(1201, [.nationalityDue: 60]).isEmpty)
        #expect(!told(1381, [.nationalityDue: 60]).isEmpty)
    }

    private func relative(
        _ ticket: Int, _ minutes: Int, family: Int = 1, at point: String = "NOG",
        child: Bool = false
    ) throws -> PointFacts.Relative {
        (one(ticket, minutes), family, try #require(PointCode(point)), child)
    }

    @Test func familySplitIsToldAtTheChildsPointAndAtTheAdults() throws {
        let child = try relative(2, 50, child: true)
        let adult = try relative(9, 40, at: "TIJ")
        let here = try AlarmFacts.told { $0.relatives = [child, adult] }.only(.familySplit)
        #expect(here.grade == .critical && here.subject == 102 && here.since == ago(50))
        #expect(here.text.es == "NNA de la ficha 2: su familia está en TIJ 9. Avise a la OPI.")
        let away = try relative(2, 50, at: "TIJ", child: true)
        let parent = try relative(9, 40)
        let there = try AlarmFacts.told { $0.relatives = [away, parent] }.only(.familySplit)
        #expect(there.grade == .late && there.subject == 109 && there.since == ago(40))
        #expect(there.text.en.hasPrefix("Ticket 9: a child of the family is at TIJ 2. Take"))
        let others = [
            try relative(5, 70, family: 2, child: true), try relative(6, 1, family: 2, at: "MXL"),
        ]
        let both = try AlarmFacts.told { $0.relatives = [child, adult] + others }.only(.familySplit)
        #expect(
            both.text.es == "NNA de la ficha 5: su familia está en MXL 6. Y 1 más. Avise a la OPI.")
        // An adult of the family is with the child; or no adult is inside anywhere.
        let with = try relative(3, 50)
        #expect(AlarmFacts.told { $0.relatives = [child, adult, with] }.isEmpty)
        let sister = try relative(4, 50, at: "TIJ", child: true)
        #expect(AlarmFacts.told { $0.relatives = [child, sister] }.isEmpty)
    }

    @Test func askedForIsALineEachUntilTheyAreAsked() throws {
        let alert = try AlarmFacts.told { $0.askedFor = [one(12, 5)] }.only(.askedFor)
        #expect(alert.grade == .late && alert.subject == 112 && alert.since == ago(5))
        #expect(alert.text.es.hasPrefix("Preguntan por la ficha 12. Pregúntele a solas;"))
        #expect(AlarmFacts.told { $0.askedFor = [] }.isEmpty)
    }

    @Test func childBookTellsTheOldestLateStepAndCountsChildren() throws {
        func step(_ ticket: Int, _ minutes: Int, _ step: LaneStep) -> PointFacts.Step {
            (one(ticket, minutes), step)
        }
        let late = [step(3, 5, .opi), step(3, 2, .dif), step(4, 20, .procuraduria)]
        let alert = try AlarmFacts.told { $0.childSteps = late }.only(.childBook)
        #expect(alert.grade == .late && alert.subject == 104 && alert.since == ago(20))
        let label = LaneStep.procuraduria.label
        #expect(
            alert.text.es
                == "Libro de NNA: falta «\(label.es)», ficha 4 y 1 más, venció hace 20 min.")
        let single = try AlarmFacts.told { $0.childSteps = [step(3, 5, .opi)] }.only(.childBook)
        #expect(
            single.text.en
                == "Children's book: «\(LaneStep.opi.label.en)» is missing, ticket 3, due 5 min ago."
        )
        #expect(AlarmFacts.told { $0.childSteps = [step(3, 0, .opi), step(4, -9, .dif)] }.isEmpty)
    }

    @Test(arguments: [AlertKind.doseDue, .filterEnds])
    func doseDueAndFilterEndsRingBeforeTheHour(_ kind: AlertKind) throws {
        let step: LaneStep = kind == .doseDue ? .medication : .filter
        func told(_ minutes: Int, _ own: Int? = nil) -> [Alert] {
            AlarmFacts.told(own.map { [kind: $0] } ?? [:]) {
                $0.ticks = [(one(12, -minutes), step)]
            }
        }
        let soon = try told(30).only(kind)
        #expect(soon.subject == 112 && soon.since == ago(-30))
        #expect(soon.text.es.contains("ficha 12") && soon.text.en.contains("ticket 12"))
        #expect(soon.grade == .info)
        #expect(try told(-1).only(kind).grade == (kind == .doseDue ? .late : .info))
        #expect(try told(-30).only(kind).grade == (kind == .doseDue ? .late : .info))
        #expect(try told(-31).only(kind).grade == (kind == .doseDue ? .critical : .info))
        #expect(told(31).isEmpty && !told(31, 60).isEmpty && told(30, 20).isEmpty)
        #expect(told(-30 * 1440).isEmpty)
    }

    @Test func reservedSaysNoCause() throws {
        let alert = try AlarmFacts.told { $0.reserved = [one(12, 5)] }.only(.reserved)
        #expect(alert.grade == .late && alert.subject == 112 && alert.since == ago(5))
        #expect(alert.text.es == "Atención reservada: ficha 12. Cuarto privado y canalizar.")
        #expect(AlarmFacts.told { $0.reserved = [] }.isEmpty)
    }

    @Test func leftPendingIsOneLineForADay() throws {
        let one = try AlarmFacts.told { $0.left = [self.one(12, 1440), self.one(13, 1439)] }.only(
            .leftPending)
        #expect(one.grade == .late && one.subject == 113 && one.since == ago(1439))
        #expect(one.text.es.hasPrefix("Seguimiento: la ficha 13 salió con pendientes."))
        let two = try AlarmFacts.told { $0.left = [self.one(12, 9), self.one(13, 8)] }.only(
            .leftPending)
        #expect(
            two.text.en.hasPrefix("Follow-up: 2 people left with something pending.")
                && two.subject == 112)
        #expect(AlarmFacts.told { $0.left = [self.one(12, 1440)] }.isEmpty)
    }
}
