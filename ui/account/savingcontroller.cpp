#include "ui/account/savingcontroller.h"

#include "core/base/text.h"
#include "core/models/documentedits.h"
#include "core/models/placetext.h"
#include "core/workspace/workspace.h"
#include "ui/account/conflictdialog.h"
#include "ui/account/reviewdialog.h"
#include "ui/account/unsavedquestion.h"
#include "ui/common/messages.h"
#include "ui/common/savebar.h"
#include "ui/mainwindow.h"
#include "ui/sidebar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

ConflictTexts textsOf(const Conflict &conflict, const DocumentEdits &user)
{
    const User &base = user.base();
    const auto theirs = [&base](const Path &path) { return base.valueAt(path); };
    const auto changeAt = [&conflict](const Path &path) {
        return std::find_if(conflict.mine.begin(), conflict.mine.end(),
                            [&path](const Change &change) { return change.path == path; });
    };
    const auto mine = [&](const Path &path) {
        const auto found = changeAt(path);
        return found == conflict.mine.end() ? user.value(path) : found->value;
    };
    const auto before = [&](const Path &path) {
        const auto found = changeAt(path);
        return found == conflict.mine.end() || !found->before ? theirs(path) : *found->before;
    };
    const Path place = placeOf(conflict.path());
    const QStringList texts = placeTexts(place, base, {mine, theirs, before});
    return {placeLabel(place, base), texts.at(0), texts.at(1), texts.at(2)};
}

bool isOpen(const QPointer<QMessageBox> &box)
{
    return box && box->isVisible();
}

} // namespace

SavingController::SavingController(Workspace &workspace, MainWindow &window, QObject *parent)
    : QObject(parent), m_saver(workspace.saver()), m_user(workspace.edits()), m_window(window)
{
    window.setUndoStack(m_user.undoStack());
    connect(&window, &MainWindow::saveRequested, this, &SavingController::save);
    connect(window.saveBar(), &SaveBar::cancelRequested, &m_saver, &Saver::cancel);
    connect(&window, &MainWindow::reviewRequested, this, &SavingController::review);
    connect(&window, &MainWindow::revertRequested, &m_user, &DocumentEdits::revertAll);
    connect(&m_user, &DocumentEdits::changed, this, &SavingController::refreshEdits);
    connect(&m_user, &DocumentEdits::reloaded, this, &SavingController::refreshEdits);
    connect(&m_user, &DocumentEdits::stepped, &window, &MainWindow::showPlace);
    connect(&m_user, &DocumentEdits::settingsLost, this, &SavingController::tellLost);
    connect(&m_saver, &Saver::started, this, &SavingController::started);
    connect(&m_saver, &Saver::finished, this, &SavingController::finished);
}

void SavingController::review()
{
    if (!m_window.commitEdits() || !m_user.hasEdits())
        return;
    auto *dialog = new ReviewDialog(m_user, &m_window);
    connect(dialog, &ReviewDialog::saveRequested, this, &SavingController::save);
    dialog->open();
}

void SavingController::save()
{
    // Text being typed in a cell becomes an edit first. While a field is invalid nothing is saved, and an action that
    // waited for the save is not run after some later save.
    if (!m_window.commitEdits())
        return stopWaiting();
    if (m_saver.save() == Saver::Start::NeedsSignIn)
        Q_EMIT signInNeeded(tr("Your session has ended. Sign in again to save your changes."));
}

void SavingController::started()
{
    m_window.saveBar()->setSaving(true);
    m_window.messages().settle(Topic::Save);
    m_window.setReloading(false); // the save does its own read
}

void SavingController::resume()
{
    if (!m_saver.takeInterrupted())
        return;
    if (m_user.hasEdits())
        return save();
    // The save had been completed before the session ended. Queued, not from within the sign-in that reports it.
    QMetaObject::invokeMethod(this, &SavingController::goOn, Qt::QueuedConnection);
}

// Continues with what waits until everything is saved, including what was typed during the last save.
void SavingController::goOn()
{
    if (isOpen(m_question) && !m_user.hasUnsaved()) { // there is nothing left to ask
        withdraw(m_question);
        m_afterSave = std::exchange(m_asked, nullptr);
    }
    if (!m_afterSave)
        return;
    if (!m_window.commitEdits()) // text being typed: it was not there when the user was asked
        return stopWaiting();
    if (m_user.hasEdits())
        return save();
    withdraw(m_waiting);
    std::exchange(m_afterSave, nullptr)();
}

void SavingController::stopWaiting()
{
    m_afterSave = nullptr;
    withdraw(m_waiting);
}

void SavingController::forgetInterrupted()
{
    m_saver.takeInterrupted();
    stopWaiting();
}

void SavingController::finished(const SaveResult &result)
{
    m_window.saveBar()->setSaving(false);
    switch (result.kind) {
    case SaveResult::Kind::Saved:
    case SaveResult::Kind::Missing:
        return saved(result);
    case SaveResult::Kind::Conflicted:
        return askAbout(result.conflicts);
    case SaveResult::Kind::Reverted: {
        // Queued, not from within the save that reports it.
        const auto next = [this] { m_user.hasEdits() ? save() : goOn(); };
        QMetaObject::invokeMethod(this, next, Qt::QueuedConnection);
        return;
    }
    case SaveResult::Kind::SessionEnded:
        return askToSignIn();
    case SaveResult::Kind::Cancelled:
    case SaveResult::Kind::Unknown:
    case SaveResult::Kind::Failed:
        return saveFailed(result);
    }
}

void SavingController::saved(const SaveResult &result)
{
    if (result.kind == SaveResult::Kind::Saved) {
        m_window.saveBar()->showSaved();
        if (result.doubt)
            tellArrived(*result.doubt, result.isCancelled);
    } else {
        stopWaiting();
        tellMissing(result);
    }
    goOn();
}

void SavingController::tellArrived(const Error &doubt, bool isCancelled)
{
    const QString text =
        isCancelled ? tr("You cancelled the save, but your changes had already arrived: they were read back.")
        : doubt.kind == Error::Kind::OutcomeUnknown
            ? tr("The connection was lost while saving, but your changes arrived: they were read back.")
            : tr("The save was answered with an error, but your changes arrived: they were read back.");
    m_window.messages().show({.topic = Topic::Save, .level = Message::Level::Info, .text = text});
}

void SavingController::tellMissing(const SaveResult &result)
{
    Message message{.topic = Topic::Save, .level = Message::Level::Warning};
    const int count = static_cast<int>(result.notKept.size());
    switch (result.missing) {
    case SaveResult::Missing::HasNoPlace:
        message.text = tr("%n change(s) cannot be saved: the service no longer has the setting, or has locked it. "
                          "Review shows what you changed.",
                          nullptr, count);
        break;
    case SaveResult::Missing::NotArrived:
        message.text =
            result.isAllMissing
                ? tr("The connection was lost while saving, and your changes did not arrive. They are still here.")
                : tr("The connection was lost while saving, and %n change(s) did not arrive. They are still here; the "
                     "service already has the rest.",
                     nullptr, count);
        message.action = {tr("Try again"), [this] { save(); }};
        break;
    case SaveResult::Missing::Refused:
        message.text = tr("The service did not take %n change(s). They are marked.", nullptr, count);
        break;
    }
    m_window.messages().show(message);
}

void SavingController::tellLost(const QStringList &labels)
{
    constexpr qsizetype most = 3;
    QString names = labels.mid(0, most).join(u", "_s);
    if (labels.size() > most)
        names += u"…"_s;
    m_window.messages().show(
        {.topic = Topic::Save,
         .level = Message::Level::Warning,
         .text = tr("The service no longer has %n setting(s) that you changed: %1. They cannot be saved; Review shows "
                    "what you changed.",
                    nullptr, static_cast<int>(labels.size()))
                     .arg(names)});
}

void SavingController::askAbout(const QList<Conflict> &conflicts)
{
    withdraw(m_question); // it is based on outdated information
    withdraw(m_waiting);
    QList<ConflictTexts> texts;
    for (const Conflict &conflict : conflicts)
        texts.append(textsOf(conflict, m_user));
    auto *dialog = new ConflictDialog(texts, &m_window);
    connect(dialog, &ConflictDialog::resolved, this,
            [this, conflicts](const QList<bool> &keepMine) { resolve(conflicts, keepMine); });
    connect(dialog, &QDialog::rejected, this, [this] { m_afterSave = nullptr; });
    dialog->open();
}

void SavingController::resolve(const QList<Conflict> &conflicts, const QList<bool> &keepMine)
{
    m_saver.resolve(conflicts, keepMine);
    if (m_user.hasEdits())
        return save();
    m_window.saveBar()->showSaved();
    goOn();
}

void SavingController::saveFailed(const SaveResult &result)
{
    stopWaiting();
    const bool isUnknown = result.kind == SaveResult::Kind::Unknown;
    if (result.kind == SaveResult::Kind::Cancelled || (isUnknown && result.isCancelled))
        return tellCancelled(isUnknown);
    const QString said = errorText(result.error);
    Q_EMIT failed(result.error, isUnknown ? tr("Your changes may not have been saved; they are kept here. %1").arg(said)
                                          : tr("Your changes were not saved; they are kept here. %1").arg(said));
}

// A user who typed during the save may still be typing, and a dialog would take that for a password: it waits to be
// opened.
void SavingController::askToSignIn()
{
    withdraw(m_waiting);
    const QString text = tr("Your session has ended. Sign in again to save your changes.");
    if (!m_user.hasUnsent() || m_afterSave)
        return Q_EMIT signInNeeded(text);
    m_window.messages().show({.topic = Topic::SessionEnd,
                              .level = Message::Level::Warning,
                              .text = text,
                              .action = {tr("Sign in again"), [this, text] { Q_EMIT signInNeeded(text); }}});
}

void SavingController::tellCancelled(bool wasSent)
{
    Message message{.topic = Topic::Save, .level = wasSent ? Message::Level::Warning : Message::Level::Info};
    message.text = wasSent ? tr("You cancelled the save after your changes were sent. The service may still carry it "
                                "out; they are kept here, too.")
                           : tr("The save was cancelled. Nothing was sent; your changes are kept here.");
    message.action = {tr("Save again"), [this] { save(); }};
    m_window.messages().show(message);
}

void SavingController::guard(Leaving leaving, const std::function<void()> &next)
{
    static_cast<void>(m_window.commitEdits()); // an invalid field counts as unsaved as well
    const Saver::Unsaved unsaved = m_saver.unsaved();
    if (unsaved == Saver::Unsaved::Nothing)
        return next();
    if (isOpen(m_question) || isOpen(m_waiting))
        return; // already being asked
    if (unsaved == Saver::Unsaved::Edits)
        return ask(leaving, next);
    m_afterSave = next;
    m_waiting = sayThatItWaits(&m_window, leaving, [this] { m_afterSave = nullptr; });
}

void SavingController::ask(Leaving leaving, const std::function<void()> &next)
{
    m_asked = next;
    const auto saveFirst = [this, next] {
        m_afterSave = next;
        save();
        if (!m_saver.isSaving() && !m_saver.isInterrupted())
            goOn(); // it was saved while the question was open, or cannot be started
    };
    const auto discard = [this, next] {
        m_saver.discard();
        next();
    };
    QList<Path> places = m_user.changedPlaces();
    const QList<Path> misfits = m_user.misfits();
    std::copy_if(misfits.begin(), misfits.end(), std::back_inserter(places),
                 [this](const Path &path) { return !m_user.isEdited(path); });
    m_question = askAboutUnsaved(&m_window, leaving, static_cast<int>(places.size()), saveFirst, discard);
}

void SavingController::refreshEdits()
{
    if (m_window.saveBar()->changeCount() > 0 && !m_user.hasEdits())
        m_window.messages().settle({Topic::Save, Topic::RestoredDraft, Topic::DraftFile});
    QList<Path> places = m_user.changedPlaces();
    const auto isSetting = [](const Path &path) { return path.isSetting(); };
    const QList<Path> misfits = m_user.misfits();
    m_window.saveBar()->setChangeCount(static_cast<int>(places.size()), static_cast<int>(misfits.size()));
    places << misfits;
    m_window.sidebar()->setChanged(Sidebar::Profile, !std::all_of(places.begin(), places.end(), isSetting));
    m_window.sidebar()->setChanged(Sidebar::Settings, std::any_of(places.begin(), places.end(), isSetting));
}

} // namespace lanyard

#include "moc_savingcontroller.cpp"
