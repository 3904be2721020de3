import Repatriation
import Testing

/// Alarms about groups, the queue and the point itself: raised past their threshold, not before it,
/// and cleared.
@Suite struct PointAlarmTests {
    private func ago(_ minutes: Int) -> Instant { AlarmFacts.ago(minutes) }

    private func group(_ stage: GroupStage, announced: Int, arrived: Int? = nil) -> Group {
        var group = Group(id: Identifier(31))
        group.number = 4
        group.stage = stage
        group.announcedAt = ago(announced)
        group.arrivedAt = arrived.map(ago)
        return group
    }

    @Test func outOfHoursRingsUntilTheGroupComesOrThreeDaysPass() throws {
        func told(_ stage: GroupStage, _ announced: Int, isOutOfHours: Bool = true) -> [Alert] {
            var group = group(stage, announced: announced, arrived: stage == .arrived ? 5 : nil)
            group.isOutOfHours = isOutOfHours
            return AlarmFacts.told { $0.groups = [group] }
        }
        let alert = try told(.announced, 4319).only(.outOfHours)
        #expect(alert.grade == .info && alert.subject == 31 && alert.since == ago(4319))
        #expect(alert.text.es == "G4 anunciado fuera de horario: avise a consulado y enlace.")
        #expect(told(.announced, 4320).isEmpty && told(.arrived, 20).isEmpty)
        #expect(told(.announced, 20, isOutOfHours: false).isEmpty)
    }

    @Test func notBalancedRingsPastTheMinutesOfThePoint() throws {
        func told(_ arrived: Int, _ own: [AlertKind: Int] = [:], _ stage: GroupStage = .arrived)
            -> [Alert]
        {
            AlarmFacts.told(own) {
                $0.groups = [group(stage, announced: arrived + 1, arrived: arrived)]
            }
        }
        let alert = try told(46).only(.notBalanced)
        #expect(alert.grade == .late && alert.subject == 31 && alert.since == ago(1))
        #expect(
            alert.text.en == "G4 not balanced 46 min after arrival: count the room and balance it.")
        #expect(told(45).isEmpty && told(46, [.notBalanced: 60]).isEmpty)
        #expect(try told(21, [.notBalanced: 20]).only(.notBalanced).since == ago(1))
        #expect(told(46, [:], .balanced).isEmpty && told(4320).isEmpty)
    }

    @Test func pastTargetCountsThoseWhoWaitLonger() throws {
        let alert = try AlarmFacts.told { $0.pastTarget = (3, ago(2)) }.only(.pastTarget)
        #expect(
            alert.grade == .late && alert.subject == AlarmFacts.subject && alert.since == ago(2))
        #expect(alert.text.es.hasPrefix("3 fuera de meta: ") && alert.text.en.hasPrefix("3 past "))
        #expect(AlarmFacts.told { $0.pastTarget = (0, ago(2)) }.isEmpty)
    }

    private func waiting(_ ticket: Int, _ minutes: Int, child: Bool = false, absences: Int = 0)
        -> PointFacts.Waiting
    {
        (.init(900 + ticket, ticket: ticket, at: ago(minutes)), child, false, absences)
    }

    @Test func childWaitingNamesTheFirstAndCountsTheOthers() throws {
        let children = [
            waiting(3, 40, child: true), waiting(5, 30, child: true), waiting(9, 1, child: true),
        ]
        let one = try AlarmFacts.told { $0.waiting = [waiting(2, 50), children[0]] }.only(
            .childWaiting)
        #expect(one.grade == .info && one.since == ago(40) && one.subject == AlarmFacts.subject)
        #expect(one.text.es == "NNA por ir a buscar: ficha 3. Lo atiende OPI.")
        let three = try AlarmFacts.told { $0.waiting = children }.only(.childWaiting)
        #expect(
            three.text.en == "Child to be fetched: ticket 3 and 2 more. OPI attends."
                && three.since == ago(40))
        #expect(AlarmFacts.told { $0.waiting = [waiting(2, 50)] }.isEmpty)
    }

    @Test func absentTwiceRingsFromTheSecondCallOrThePointsOwn() throws {
        let queue = [waiting(3, 40, absences: 2), waiting(5, 30, absences: 3)]
        let two = try AlarmFacts.told { $0.waiting = queue }.only(.absentTwice)
        #expect(
            two.text.es == "La 3 y 1 más no acudieron dos veces: vaya a buscarlas."
                && two.text.en == "3 and 1 more were absent twice: go and look."
                && two.since == ago(40))
        let own = try AlarmFacts.told([.absentTwice: 3]) { $0.waiting = queue }.only(.absentTwice)
        #expect(own.text.en == "5 was absent 3 times: go and look." && own.grade == .late)
        #expect(AlarmFacts.told { $0.waiting = [waiting(3, 40, absences: 1)] }.isEmpty)
    }

    @Test func notMexicanIsLookedAtWithinTheHour() throws {
        let alert = try AlarmFacts.told { $0.notMexican = (1, ago(9)) }.only(.notMexican)
        #expect(
            alert.grade == .critical && alert.since == ago(9) && alert.subject == AlarmFacts.subject
        )
        #expect(alert.text.es == "1 con nacionalidad negada: revise el motivo dentro de la hora.")
        #expect(AlarmFacts.told { $0.notMexican = (0, ago(9)) }.isEmpty)
    }

    @Test func stockLowSaysWhatRunsOut() throws {
        func item(_ kind: HelpKind, _ count: Int, counted: Int) -> StockItem {
            var item = StockItem(id: Identifier(1))
            item.item = kind
            item.count = count
            item.low = 4
            item.countedAt = ago(counted)
            return item
        }
        let alert = try AlarmFacts.told {
            $0.stock = [
                item(.water, 4, counted: 9), item(.blanket, 0, counted: 30),
                item(.food, 5, counted: 90),
            ]
        }.only(.stockLow)
        #expect(
            alert.grade == .info && alert.since == ago(30) && alert.subject == AlarmFacts.subject)
        #expect(
            alert.text.es.hasPrefix("Se acaba: agua 4, ") && alert.text.es.contains(" 0. Pida más"))
        #expect(AlarmFacts.told { $0.stock = [item(.water, 5, counted: 9)] }.isEmpty)
    }

    @Test func rightsDueRingsAWeekBeforeAndIsLateAfter() throws {
        func told(_ days: [Int], _ own: [AlertKind: Int] = [:]) -> [Alert] {
            AlarmFacts.told(own) { $0.rights = days.map { (due: AlarmFacts.day($0), count: 2) } }
        }
        let soon = try told([7, 8]).only(.rightsDue)
        #expect(soon.grade == .info && soon.subject == AlarmFacts.subject)
        #expect(soon.since == Instant(milliseconds: AlarmFacts.day(7).daysSinceEpoch * 86_400_000))
        #expect(
            soon.text.en == "2 requests about data to be answered: due \(AlarmFacts.day(7).shown).")
        #expect(try told([-1, 7]).only(.rightsDue).grade == .late)
        #expect(try told([-1, 7]).only(.rightsDue).text.es.hasPrefix("4 solicitudes"))
        #expect(
            told([8]).isEmpty && told([7], [.rightsDue: 6]).isEmpty
                && !told([8], [.rightsDue: 8]).isEmpty)
        let one = try AlarmFacts.told { $0.rights = [(due: AlarmFacts.day(0), count: 1)] }.only(
            .rightsDue)
        #expect(one.grade == .info && one.text.en.hasPrefix("1 request about"))
    }

    @Test func sameVisitorIsToldForThirtyDaysOfTheNewestThree() throws {
        let seen = [1, 2, 3, 4].map { PointFacts.One($0, at: ago(100 - $0)) }
        let alerts = AlarmFacts.told { $0.sameVisitors = seen }
        #expect(
            alerts.map(\.subject) == [2, 3, 4] && alerts.allSatisfy { $0.kind == .sameVisitor })
        #expect(alerts.first?.since == ago(98) && alerts.first?.grade == .critical)
        #expect(AlarmFacts.told { $0.sameVisitors = [.init(1, at: ago(30 * 1440))] }.isEmpty)
    }

    @Test func referralsLateAreCounted() throws {
        let one = try AlarmFacts.told { $0.lateReferrals = (1, ago(3)) }.only(.referralsLate)
        #expect(
            one.grade == .late && one.since == ago(3)
                && one.text.es.hasPrefix("1 canalización vencida: "))
        let two = try AlarmFacts.told { $0.lateReferrals = (2, ago(3)) }.only(.referralsLate)
        #expect(
            two.text
                == Bilingual(
                    "2 canalizaciones vencidas: pregunte a la institución (F5).",
                    "2 referrals past their time: ask the institution (F5)."))
        #expect(AlarmFacts.told { $0.lateReferrals = (0, ago(3)) }.isEmpty)
    }

    @Test func peakIsToldWhileItLasts() throws {
        let alert = try AlarmFacts.told { $0.peakSince = ago(3) }.only(.peak)
        #expect(
            alert.grade == .info && alert.since == ago(3) && alert.subject == AlarmFacts.subject)
        #expect(alert.text.es.hasPrefix("Afluencia: la entrevista se hace con nueve respuestas."))
        #expect(AlarmFacts.told { $0.peakSince = nil }.isEmpty)
    }

    @Test(arguments: [
        (false, "La jefatura mira la hora"), (true, "Otra persona mira la hora también"),
    ])
    func clockInDoubtSaysBothHoursAndWhoLooks(_ isAsked: Bool, _ who: String) throws {
        let shown = LocalTime(secondsSinceEpoch: AlarmFacts.now.seconds)
        let newest = LocalTime(secondsSinceEpoch: ago(600).seconds)
        let alert = try AlarmFacts.told {
            $0.clock = (shown, newest, isAsked)
        }.only(.clockInDoubt)
        #expect(
            alert.grade == .late && alert.since == AlarmFacts.now
                && alert.subject == AlarmFacts.subject)
        let said = [shown, newest].map { "\($0.day.shown) \($0.clock)" }
        #expect(
            alert.text.es
                == "El reloj dice \(said[0]); lo último anotado es del \(said[1]). \(who): F9 t, «h»."
        )
    }
}
