#include "ui/savingcontroller.h"

#include "core/models/editeduser.h"
#include "core/models/placetext.h"
#include "ui/common/messages.h"
#include "ui/common/savebar.h"
#include "ui/conflictdialog.h"
#include "ui/mainwindow.h"
#include "ui/reviewdialog.h"
#include "ui/sidebar.h"
#include "ui/unsavedquestion.h"

#include <algorithm>

namespace lanyard {

namespace {

ConflictTexts textsOf(const Conflict &conflict, const EditedUser &user)
{
    const User &base = user.base();
    const auto theirs = [&base](const Path &path) { return valueAt(base.document(), path); };
    const auto mine = [&user](const Path &path) { return user.value(path); };
    const auto before = [&](const Path &path) {
        const auto found = std::find_if(conflict.mine.begin(), conflict.mine.end(),
                                        [&path](const Change &change) { return change.path == path; });
        return found == conflict.mine.end() || !found->before ? theirs(path) : *found->before;
    };
    const Path place = placeOf(conflict.path());
    return {placeLabel(place, base), placeText(place, base, mine), placeText(place, base, theirs),
            placeText(place, base, before)};
}

} // namespace

SavingController::SavingController(Session &session, EditedUser &user, MainWindow &window, QObject *parent)
    : QObject(parent), m_session(session), m_user(user), m_window(window)
{
    window.setUndoStack(user.undoStack());
    connect(&window, &MainWindow::saveRequested, this, &SavingController::save);
    connect(&window, &MainWindow::reviewRequested, this, &SavingController::review);
    connect(&window, &MainWindow::revertRequested, &user, &EditedUser::revertAll);
    connect(&user, &EditedUser::changed, this, &SavingController::refreshEdits);
    connect(&user, &EditedUser::reloaded, this, &SavingController::refreshEdits);
    connect(&user, &EditedUser::stepped, &window, &MainWindow::showPlace);
    connect(&session, &Session::saved, this, &SavingController::saved);
    connect(&session, &Session::conflicted, this, &SavingController::conflicted);
    connect(&session, &Session::saveFailed, this, &SavingController::saveFailed);
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
    // What is half typed in a cell becomes an edit first. While a field holds no value nothing is saved, and what
    // waited for it does not happen at some later save.
    if (!m_window.commitEdits()) {
        m_afterSave = nullptr;
        return;
    }
    if (!m_user.hasEdits() || m_session.isSaving())
        return;
    if (m_session.state() == Session::State::SigningIn) {
        m_interrupted = true; // the person signs in again already
        return;
    }
    if (m_session.state() == Session::State::Expired) {
        m_interrupted = true;
        Q_EMIT signInNeeded(tr("Your session has ended. Sign in again and your changes are saved."));
        return;
    }
    m_window.saveBar()->setSaving(true);
    m_window.messages().settle(Topic::Save);
    m_window.setReloading(false); // the save reads by itself
    Q_EMIT saveBegins();
    m_sent = m_user.beginSave();
    m_session.save(m_sent);
}

void SavingController::resume()
{
    if (!std::exchange(m_interrupted, false))
        return;
    if (m_user.hasEdits())
        return save();
    // The save had been done before the session ended. Not from within the sign-in that tells so.
    QMetaObject::invokeMethod(this, &SavingController::goOn, Qt::QueuedConnection);
}

// To what waits until everything is saved: also what was typed while the last save was under way.
void SavingController::goOn()
{
    if (!m_afterSave)
        return;
    if (!m_window.commitEdits())
        m_afterSave = nullptr; // half typed: that was not there when the person was asked
    else if (m_user.hasEdits())
        save();
    else
        std::exchange(m_afterSave, nullptr)();
}

void SavingController::forgetInterrupted()
{
    m_interrupted = false;
    m_afterSave = nullptr;
}

void SavingController::saved(const QList<Change> &notKept, bool answerLost)
{
    m_window.saveBar()->setSaving(false);
    // The form stays open while it saves. What is typed meanwhile is an edit of what was just saved.
    for (const Change &change : std::as_const(m_sent)) {
        const auto isSame = [&change](const Change &other) { return other.path == change.path; };
        if (std::none_of(notKept.begin(), notKept.end(), isSame))
            m_user.settle(change);
    }
    markNotKept(notKept);
    if (notKept.isEmpty())
        m_window.saveBar()->showSaved();
    tellOutcome(notKept, answerLost);
    if (!notKept.isEmpty())
        m_afterSave = nullptr;
    goOn();
}

void SavingController::tellOutcome(const QList<Change> &notKept, bool answerLost)
{
    Messages &messages = m_window.messages();
    if (notKept.isEmpty() && answerLost) {
        messages.show({.topic = Topic::Save,
                       .text = tr("The connection was lost while saving, but your changes arrived: they were read "
                                  "back.")});
    } else if (answerLost && notKept.size() == m_sent.size()) {
        messages.show({.topic = Topic::Save,
                       .level = Message::Level::Warning,
                       .text = tr("The connection was lost while saving, and your changes did not arrive. They are "
                                  "still here."),
                       .action = {tr("Try again"), [this] { save(); }}});
    } else if (!notKept.isEmpty()) {
        messages.show({.topic = Topic::Save,
                       .level = Message::Level::Warning,
                       .text = tr("%n change(s) were not taken by the service. They are marked.", nullptr,
                                  static_cast<int>(notKept.size()))});
    }
}

// What the service did not take stays as an edit: nothing that was typed is lost.
void SavingController::markNotKept(const QList<Change> &notKept)
{
    const User &base = m_user.base();
    for (const Change &change : notKept) {
        m_user.rebase(change.path);
        const auto now = [&base](const Path &path) { return valueAt(base.document(), path); };
        m_user.setNotice(change.path,
                         now(change.path).isUndefined()
                             ? tr("The service did not take this change.")
                             : tr("The service kept “%1”.").arg(placeText(placeOf(change.path), base, now)));
    }
}

void SavingController::conflicted(const QList<Conflict> &conflicts)
{
    m_window.saveBar()->setSaving(false);
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
    for (qsizetype i = 0; i < conflicts.size(); ++i) {
        // While the question stood there the document may have been read again. Nobody has decided about a value that
        // was not shown, whichever side was chosen: the save asks again.
        if (keepMine.at(i) || !m_user.shows(conflicts.at(i)))
            m_user.rebase(conflicts.at(i));
        else
            m_user.revert(conflicts.at(i).path());
    }
    if (m_user.hasEdits())
        return save();
    m_window.saveBar()->showSaved();
    goOn();
}

void SavingController::saveFailed(const Error &error)
{
    m_window.saveBar()->setSaving(false);
    if (error.kind == Error::Kind::SessionExpired) {
        m_interrupted = true;
        Q_EMIT signInNeeded(tr("Your session has ended. Sign in again and your changes are saved."));
        return;
    }
    m_afterSave = nullptr;
    if (error.kind != Error::Kind::OutcomeUnknown)
        m_user.forgetSave();
    Q_EMIT failed(error);
}

void SavingController::guard(const std::function<void()> &next)
{
    static_cast<void>(m_window.commitEdits()); // a field that holds no value yet is no edit
    if (!m_user.hasEdits())
        return next();
    askAboutUnsaved(
        &m_window,
        [this, next] {
            save();
            if (m_session.isSaving() || m_interrupted)
                m_afterSave = next;
        },
        [this, next] {
            m_user.reset(m_user.base()); // not taken back at the service, should a save be under way
            next();
        });
}

void SavingController::refreshEdits()
{
    if (m_window.saveBar()->changeCount() > 0 && !m_user.hasEdits())
        m_window.messages().settle({Topic::Save, Topic::RestoredDraft, Topic::DraftFile});
    const QList<Path> places = m_user.changedPlaces();
    const auto isSetting = [](const Path &path) { return path.isSetting(); };
    m_window.saveBar()->setChangeCount(static_cast<int>(places.size()));
    m_window.sidebar()->setChanged(Sidebar::Profile, !std::all_of(places.begin(), places.end(), isSetting));
    m_window.sidebar()->setChanged(Sidebar::Settings, std::any_of(places.begin(), places.end(), isSetting));
}

} // namespace lanyard

#include "moc_savingcontroller.cpp"
