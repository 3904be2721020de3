import Repatriation

/// Facts by hand, for rules without a store. What no test gives is not there; what was asked for is
/// noted.
struct FakeFacts: Facts {
    /// What was asked for, in order: shared by every copy, as by a rule that asks through another's
    /// eyes.
    final class Asked {
        var names: [String] = []
    }

    let asked = Asked()
    var officer = Officer(id: Identifier(1))
    var proof = IdentityProof.practice
    var now = Instant(milliseconds: 1_795_194_000_000)
    var isDrill = true
    var isAlone = true
    var receptions: [Reception] = []
    var groups: [Group] = []
    var points: [ReceivingPoint] = []
    var desks: [Desk] = []
    var calls: [Call] = []
    var allTicks: [LaneTick] = []
    var allHelp: [Help] = []
    var allReferrals: [Referral] = []
    var allOfficers: [Officer] = []
    var waits: [PendingAct] = []

    private func note(_ name: String = #function) { asked.names.append(name) }

    func acting(_ asked: Officer) throws -> FakeFacts {
        var other = self
        other.officer = asked
        return other
    }

    func alert(_ tag: AlarmTag) throws -> Alert? { nil }
    func alarmMark(_ tag: AlarmTag) throws -> AlarmMark? { nil }

    func receptionIfAny(_ id: Identifier<Reception>) throws -> Reception? {
        note()
        return receptions.first { $0.id == id }
    }

    func reception(_ id: Identifier<Reception>) throws -> Reception {
        guard let found = try receptionIfAny(id) else { throw Refusal(.unknownReception) }
        return found
    }

    func point(_ code: PointCode) throws -> ReceivingPoint {
        guard let found = try pointIfAny(code) else { throw Refusal(.unknownPoint) }
        return found
    }

    func pointIfAny(_ code: PointCode) throws -> ReceivingPoint? {
        note()
        return points.first { $0.code == code }
    }

    func group(_ id: Identifier<Group>) throws -> Group {
        note()
        guard let found = groups.first(where: { $0.id == id }) else { throw Refusal(.unknownGroup) }
        return found
    }

    func arrival(of group: Identifier<Group>) throws -> Instant? { try self.group(group).arrivedAt }

    func listed(in group: Identifier<Group>) throws -> [Reception] {
        note()
        return receptions.filter { $0.group == group && $0.stage == .listed }
    }

    func received(in group: Identifier<Group>) throws -> [Reception] {
        note()
        return receptions.filter { $0.group == group && $0.receivedDay != nil }
    }

    func inside(of group: Identifier<Group>) throws -> [Reception] {
        note()
        return receptions.filter { $0.group == group && $0.isInside }
    }

    func receptions(of person: Identifier<Person>) throws -> [Reception] {
        note()
        return receptions.filter { $0.person == person }
    }

    func family(_ family: Identifier<Reception>) throws -> [Reception] {
        note()
        return receptions.filter { $0.family == family }
    }

    func waiting(of family: Identifier<Reception>, at point: PointCode) throws -> [Reception] {
        try self.family(family).filter { $0.stage == .waiting && $0.point == point }
    }

    func desk(_ number: Int, at point: PointCode) throws -> Desk? {
        note()
        return desks.first { $0.number == number && $0.point == point }
    }

    func load(ofDesk number: Int, at point: PointCode) throws -> DeskLoad {
        note()
        let held = receptions.filter { $0.desk == number && $0.point == point }
        return DeskLoad(
            called: held.first { $0.stage == .called }?.ticket,
            inInterview: held.first { $0.stage == .inInterview }?.ticket)
    }

    func openDesks(at point: PointCode) throws -> [Desk] {
        note()
        return desks.filter { $0.point == point && $0.state != .closed }
    }

    func openDesks(of officer: Identifier<Officer>) throws -> [Desk] {
        note()
        return desks.filter { $0.officer == officer && $0.state != .closed }
    }

    func officer(_ id: Identifier<Officer>) throws -> Officer? {
        note()
        return allOfficers.first { $0.id == id }
    }

    func acting(_ id: Identifier<Officer>) throws -> Officer? { try officer(id) }
    func officers() throws -> [Officer] { allOfficers }
    func call(_ id: Identifier<Call>) throws -> Call? { calls.first { $0.id == id } }
    func asks(_ pending: PendingAct, for act: any Act) throws -> Bool {
        pending.command == type(of: act).name && pending.form == act.line.serialized
    }
    func pendings(about subject: Int) throws -> [PendingAct] {
        waits.filter { $0.subject == subject }
    }

    func ticks(of id: Identifier<Reception>) throws -> [LaneTick] {
        note()
        return allTicks.filter { $0.reception == id }
    }

    func help(of id: Identifier<Reception>) throws -> [Help] {
        note()
        return allHelp.filter { $0.reception == id }
    }

    func referrals(of id: Identifier<Reception>) throws -> [Referral] {
        note()
        return allReferrals.filter { $0.reception == id }
    }

    func claims(of id: Identifier<Reception>) throws -> [PropertyClaim] { [] }

    func openReferrals(of id: Identifier<Reception>) throws -> [Referral] {
        note()
        return allReferrals.filter { $0.reception == id && $0.state != .closed }
    }

    func remains(at point: ReceivingPoint) throws -> ShiftRemains {
        note()
        var remains = ShiftRemains()
        remains.inside = try countInside(at: point.code)
        return remains
    }

    func nextDue(at point: ReceivingPoint) throws -> Int? { nil }
    func waitingHandOver(at point: PointCode) throws -> HandOver? { nil }

    func countInside(at point: PointCode) throws -> Int {
        note()
        return receptions.count { $0.point == point && $0.isInside }
    }

    func lists() throws -> FormLists { .shipped }
    func lists(for answers: [ProfileField: String], of person: Reception) throws -> FormLists {
        .shipped
    }
    func isAskedFor(_ person: Reception, on day: CivilDate) throws -> Bool {
        note()
        return false
    }
}

/// What no test here gives.
extension FakeFacts {
    func referral(_ id: Identifier<Referral>) throws -> Referral? { nil }
    func provider(_ id: Identifier<Provider>) throws -> Provider? { nil }
    func providers(of referrals: [Referral]) throws -> [Provider] { [] }
    func institutions(at point: PointCode) throws -> [Provider] { [] }
    func stock(at point: PointCode) throws -> [StockItem] { [] }
    func bag(_ id: Identifier<Bag>) throws -> Bag? { nil }
    func bags(of id: Identifier<Reception>) throws -> [Bag] { [] }
    func followUp(_ id: Identifier<FollowUp>) throws -> FollowUp? { nil }
    func openFollowUps(of id: Identifier<Reception>) throws -> [FollowUp] { [] }
    func survey(_ code: String, version: Int?) throws -> Survey? { nil }
    func surveys() throws -> [Survey] { [] }
    func surveyTaken(_ code: String, of id: Identifier<Reception>) throws -> SurveyTaken? { nil }
    func paper(_ id: Identifier<Paper>) throws -> Paper? { nil }
    func paper(folio: String) throws -> Paper? { nil }
    func inquiry(_ id: Identifier<Inquiry>) throws -> Inquiry { throw Refusal(.unknownInquiry) }
    func meant(by inquiry: Inquiry, on day: CivilDate) throws -> [MeantPerson] { [] }
    func isHeard(desk number: Int, at point: ReceivingPoint) throws -> Bool { true }
    func heads(at point: PointCode) throws -> [QueueHead] { [] }
    func countWaiting(at point: PointCode) throws -> Int { 0 }
    func wasHourConfirmedAlone() throws -> Bool { false }
    func lastPaper(_ kind: PaperKind, of id: Identifier<Reception>) throws -> Paper? { nil }
    func isNumberFree(_ person: Reception) throws -> Bool { true }
    func isSomebodyElse(_ adult: Identifier<Reception>, since tick: LaneTick) throws -> Bool {
        false
    }
    func draftOwners(about person: Reception, on day: CivilDate) throws -> [DraftOwner] { [] }
    func isDraftTold(
        of owner: Identifier<Officer>, about person: Reception, on day: CivilDate
    ) throws -> Bool { true }
    func counts(of group: Identifier<Group>) throws -> GroupCounts { GroupCounts() }
    func alreadyInside(_ people: [PersonData]) throws -> [Int: OpenReception] { [:] }
    func similar(
        to person: PersonData, in group: Identifier<Group>
    ) throws -> [Identifier<Reception>] { [] }
    func presence(at point: PointCode) throws -> (people: Int, groups: Int) { (0, 0) }
    func isZoneKnown(_ name: String) -> Bool { false }
    func attended(by officer: Identifier<Officer>) throws -> [AttendedDesk] { [] }
    func hasOwnPassword(_ officer: Identifier<Officer>) throws -> Bool { false }
    func lineage(of officers: [Identifier<Officer>]) throws -> Lineage { Lineage() }
    func entries(of catalogue: String) throws -> [CatalogueEntry] { [] }
    func entries(of catalogue: String, about code: String) throws -> [CatalogueEntry] { [] }
    func done(_ act: Identifier<any Act>) throws -> DoneAct { throw Refusal(.unknownAct) }
    func isSeen(_ act: Identifier<any Act>) throws -> Bool { false }
    func pending(_ act: Identifier<any Act>) throws -> PendingAct { throw Refusal(.unknownAct) }
    func asked(by act: Identifier<any Act>) throws -> AskedAct { throw Refusal(.unknownAct) }
    func rightsRequest(_ id: Identifier<RightsRequest>) throws -> RightsRequest? { nil }
    func workingDays() throws -> WorkingDays { WorkingDays(besides: []) }
    func archiveSeries() throws -> ArchiveSeries? { nil }
    func unpackedRemovals() throws -> [Removal] { [] }
    func owedToIMSS(atMost most: Int) throws -> [Reception] { [] }
    func dueToBlock(_ series: ArchiveSeries, on day: CivilDate) throws -> [Reception] { [] }
    func dueToRemove(_ series: ArchiveSeries, on day: CivilDate) throws -> RemovalDue {
        RemovalDue()
    }
}
