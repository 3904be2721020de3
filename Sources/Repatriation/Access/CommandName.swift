/// The commands by the names under which the command line knows them.
package enum CommandName: String, Code {
    case announceGroup, amendGroup, addToList, arrive, headCount, addOffList, balanceGroup, closeGroup, reopenGroup
    case receive, noShow, locate, amendPerson, setNationality, triage, call, recall, notPresent, park, resume
    case startInterview, setPlace, takeOver, saveProfile, noticeGiven, assignInterpreter, setFamily, linkPerson
    case unlinkPerson, notSamePerson, issueCertificate, release
    case openShift, closeShift, setPeak, confirmClock, openDesk, pauseDesk, closeDesk, callNext, undo, confirm
    case setPoint, setEntry, setMunicipalities, addOfficer, setOfficer, notePassword
    case refer, answerReferral, closeReferral, withdrawConsent, giveHelp, claimProperty, setProvider, setStock, keepBag,
        giveBag
    case tickLane, correctAge, leaveAnyway, saveScreening, askFollowUp, recordFollowUp
    case recordInquiry, answerInquiry, deliverPaper, reprint, cancelFolio, reserveFolios
    case requestRights, extendRights, answerRights, setArchiveSeries, blockDue, removeBlocked, notePacked
}

extension Command {
    /// Its name.
    package var name: CommandName {
        switch self {
        case .group(let command): command.name
        case .reception(_, let command): command.name
        case .of(let any): type(of: any.act).name
        case .undo: .undo
        case .confirm: .confirm
        case .catalogue(let command): command.name
        case .rights(let command): command.name
        case .retention(let command): command.name
        }
    }
}

extension GroupCommand {
    fileprivate var name: CommandName {
        switch self {
        case .announce: .announceGroup
        case .amend: .amendGroup
        case .addToList: .addToList
        case .arrive: .arrive
        case .headCount, .pointHeadCount: .headCount
        case .addOffList: .addOffList
        case .balance: .balanceGroup
        case .close: .closeGroup
        case .reopen: .reopenGroup
        }
    }
}

extension ReceptionCommand {
    fileprivate var name: CommandName {
        switch self {
        case .receive: .receive
        case .noShow: .noShow
        case .locate: .locate
        case .amendPerson: .amendPerson
        case .setNationality: .setNationality
        case .triage: .triage
        case .call: .call
        case .recall: .recall
        case .notPresent: .notPresent
        case .park: .park
        case .resume: .resume
        case .startInterview: .startInterview
        case .setPlace: .setPlace
        case .takeOver: .takeOver
        case .saveProfile: .saveProfile
        case .noticeGiven: .noticeGiven
        case .assignInterpreter: .assignInterpreter
        case .setFamily: .setFamily
        case .linkPerson: .linkPerson
        case .unlinkPerson: .unlinkPerson
        case .notSamePerson: .notSamePerson
        case .issueCertificate: .issueCertificate
        case .release: .release
        case .tickLane: .tickLane
        case .correctAge: .correctAge
        case .leaveAnyway: .leaveAnyway
        case .screen: .saveScreening
        }
    }
}

extension CatalogueCommand {
    fileprivate var name: CommandName {
        switch self {
        case .setPoint: .setPoint
        case .setEntry: .setEntry
        case .setMunicipalities: .setMunicipalities
        case .addOfficer: .addOfficer
        case .setOfficer: .setOfficer
        case .notePassword: .notePassword
        }
    }
}

extension RightsCommand {
    fileprivate var name: CommandName {
        switch self {
        case .request: .requestRights
        case .extend: .extendRights
        case .answer: .answerRights
        }
    }
}

extension RetentionCommand {
    fileprivate var name: CommandName {
        switch self {
        case .setSeries: .setArchiveSeries
        case .block: .blockDue
        case .remove: .removeBlocked
        case .notePacked: .notePacked
        }
    }
}
