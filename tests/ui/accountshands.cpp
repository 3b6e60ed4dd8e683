#include "tests/ui/accountshands.h"
#include "tests/support/eventually.h"

#include "core/models/settingsmodel.h"
#include "core/session/savedaccounts.h"
#include "ui/account/accountview.h"
#include "ui/accounts/accountmenu.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QString secretWord = u"lanyard"_s; // every account's
const QString greetingId = u"1"_s;       // of the setting, at every account

QString idOf(const QString &userName)
{
    return u"id-of-"_s + userName;
}

// What an account is called and has at the start, as AccountsModel says.
ServiceOptions serviceWith(int server)
{
    const AccountsModel model;
    QJsonArray accounts;
    for (int i = 0; i < AccountsModel::Count; ++i) {
        const AccountsModel::Account &account = model.at(i);
        if (account.server != server)
            continue;
        const QJsonObject greeting{{u"id"_s, greetingId.toInt()},
                                   {u"category"_s, u"Appearance"_s},
                                   {u"name"_s, u"Greeting"_s},
                                   {u"value"_s, account.greeting.held},
                                   {u"type"_s, u"String"_s}};
        const QJsonObject user{{u"id"_s, idOf(account.userName)},
                               {u"userName"_s, account.userName},
                               {u"email"_s, account.userName + u"@example.org"_s},
                               {u"city"_s, account.city.held},
                               {u"settings"_s, QJsonArray{greeting}}};
        accounts.append(QJsonObject{{u"password"_s, secretWord}, {u"user"_s, user}});
    }
    ServiceOptions options;
    options.tokenLifetimeSeconds = 86'400;
    options.accounts = QJsonDocument(QJsonObject{{u"accounts"_s, accounts}}).toJson();
    return options;
}

QString accountsFile(const AppFixture &app)
{
    return Paths::under(app.home() + u"/config"_s).accounts;
}

Path cityPath()
{
    return Path::field(u"city");
}

Path greetingPath()
{
    return Path::setting(greetingId);
}

bool isAtRest(const Session &session)
{
    const Session::State state = session.state();
    return state != Session::State::Restoring && state != Session::State::SigningIn &&
           state != Session::State::SigningOut && !session.isReloading() && !session.isSaving();
}

QByteArray bearerOf(const LoggedRequest &request)
{
    const QByteArray authorization = request.header("Authorization");
    return authorization.startsWith("Bearer ") ? authorization.mid(7) : QByteArray();
}

QString shownIn(Workspace &workspace, const Path &path)
{
    return workspace.edits().value(path).toString();
}

} // namespace

AccountsHands::AccountsHands(quint32 seed) : m_random(seed), m_second(serviceWith(1)) {}

AccountsHands::~AccountsHands()
{
    m_app.reset(); // before the service that it uses
}

// Every service keeps its address, so that it is the same one when it comes back.
bool AccountsHands::begin()
{
    m_steps = {u"start"_s};
    m_app = std::make_unique<AppFixture>(serviceWith(0));
    if (!m_second.start())
        return false;
    m_services = {&m_app->service(), &m_second};
    for (AccountService *service : m_services) {
        m_addresses << service->address();
        ServiceOptions options = service->options();
        options.port = service->port();
        service->setOptions(options);
    }
    m_app->startWith({});
    settle();
    dismiss();
    for (int account = 0; account < AccountsModel::Count; ++account) {
        mayTalk(account);
        addAccount(account);
        settle();
    }
    m_wrong = m_wrong.isEmpty() ? firstWrong() : m_wrong;
    return m_wrong.isEmpty();
}

QString AccountsHands::run(int steps)
{
    struct Choice
    {
        const char *name;
        Act act;
        int weight = 2;
    };
    static const QList<Choice> choices{{"city", &AccountsHands::editCity, 6},
                                       {"greeting", &AccountsHands::editGreeting, 3},
                                       {"undo", &AccountsHands::undo, 3},
                                       {"redo", &AccountsHands::redo, 1},
                                       {"revert", &AccountsHands::revert, 1},
                                       {"save", &AccountsHands::save, 5},
                                       {"reload", &AccountsHands::reload, 3},
                                       {"switch by key", &AccountsHands::switchByKey, 6},
                                       {"switch by menu", &AccountsHands::switchByMenu, 3},
                                       {"expire", &AccountsHands::expire, 2},
                                       {"sign in again", &AccountsHands::signInAgain, 5},
                                       {"keychain", &AccountsHands::lockOrUnlock, 2},
                                       {"service", &AccountsHands::stopOrStart, 2},
                                       {"add", &AccountsHands::add, 4},
                                       {"remove", &AccountsHands::remove, 2},
                                       {"reorder", &AccountsHands::reorder, 1},
                                       {"sign out", &AccountsHands::signOut, 1},
                                       {"start again", &AccountsHands::startAgain, 3},
                                       {"quit", &AccountsHands::quitAndRestart, 2},
                                       {"kill", &AccountsHands::killAndRestart, 2},
                                       {"kill while saving", &AccountsHands::killWhileSaving, 1}};
    QList<const Choice *> drawn;
    for (const Choice &choice : choices)
        drawn.append(QList<const Choice *>(choice.weight, &choice));
    if (!begin())
        return m_wrong.isEmpty() ? u"the services do not start"_s : m_wrong + u", after "_s + m_steps.join(u"; "_s);
    for (int i = 0; i < steps; ++i) {
        const Choice &choice = *drawn.at(below(static_cast<int>(drawn.size())));
        m_steps << QString::fromLatin1(choice.name);
        ++m_done[m_steps.last()];
        m_talkers.clear();
        (this->*choice.act)();
        settle();
        dismiss();
        if (m_wrong.isEmpty())
            m_wrong = firstWrong();
        if (!m_wrong.isEmpty())
            return u"step %1: %2; after %3"_s.arg(i).arg(m_wrong, m_steps.join(u"; "_s));
    }
    return {};
}

// What the steps are made of

void AccountsHands::fail(const QString &what)
{
    if (m_wrong.isEmpty())
        m_wrong = what;
}

SavedAccount AccountsHands::savedOf(int account) const
{
    SavedAccount saved;
    saved.origin = Origin::parse(addressOf(account)).value();
    saved.userName = m_model.at(account).userName;
    return saved;
}

Workspace *AccountsHands::workspaceOf(int account)
{
    Workspaces &open = m_app->workspaces();
    for (int row = 0; row < open.rowCount(); ++row) {
        if (open.at(row).account().isSameAs(savedOf(account)))
            return &open.at(row);
    }
    return nullptr;
}

int AccountsHands::currentAccount()
{
    const Workspace *current = m_app->workspaces().current();
    for (int account = 0; account < AccountsModel::Count; ++account) {
        if (current && workspaceOf(account) == current)
            return account;
    }
    return -1;
}

int AccountsHands::accountOf(int server, const QString &userId) const
{
    for (int account = 0; account < AccountsModel::Count; ++account) {
        if (m_model.at(account).server == server && idOf(m_model.at(account).userName) == userId)
            return account;
    }
    return -1;
}

bool AccountsHands::isEditable() const
{
    return m_model.current() >= 0 && m_model.at(m_model.current()).hasUser();
}

QMessageBox *AccountsHands::question()
{
    QMessageBox *box = m_app->question();
    if (!box)
        fail(u"nothing is asked"_s);
    return box;
}

// Until everything that was begun has ended.
void AccountsHands::settle()
{
    QTest::qWait(10);
    const auto isSettled = [this] {
        Workspaces &open = m_app->workspaces();
        for (int row = 0; row < open.rowCount(); ++row) {
            if (!isAtRest(open.at(row).session()))
                return false;
        }
        for (const AccountService *service : m_services) {
            const QList<LoggedRequest> requests = service->requests();
            if (std::any_of(requests.begin(), requests.end(), [](const auto &request) { return request.status == 0; }))
                return false;
        }
        return true;
    };
    if (!eventually(isSettled))
        fail(u"something does not end"_s);
    QTest::qWait(10);
}

// Whoever is asked to sign in now does not want to.
void AccountsHands::dismiss()
{
    for (int times = 0; times < 3 && m_app->dialog(); ++times) {
        if (!becomesActive(m_app->dialog()))
            return fail(u"the dialog does not become active"_s);
        m_app->press(u"Cancel"_s, m_app->dialog());
        QTest::qWait(5);
    }
    if (m_app->dialog())
        fail(u"the dialog stays"_s);
}

// Signs in in the dialog that is open, or tries to.
void AccountsHands::fillIn(int account, bool keep)
{
    if (!m_app->isAsked())
        return fail(u"nobody asks for a password"_s);
    QDialog *dialog = m_app->dialog();
    const QList<std::pair<QString, QString>> who{{u"Server"_s, addressOf(account)},
                                                 {u"Username"_s, m_model.at(account).userName}};
    for (const auto &[field, text] : who) {
        const auto *line = m_app->findIfThere<QLineEdit>(field, dialog);
        if (line && line->isEnabled() && line->text() != text)
            m_app->typeInto(field, text, dialog);
        else if (line && line->text() != text)
            fail(u"the dialog is about another account: "_s + line->text());
    }
    m_app->typeInto(u"Password"_s, secretWord, dialog);
    auto *kept = m_app->find<QAbstractButton>(u"Keep me signed in"_s, dialog);
    if (kept->isChecked() != keep)
        kept->click();
    m_app->press(u"Sign in"_s, dialog);
    const auto isAnswered = [this] {
        QDialog *open = m_app->dialog();
        const auto *button = open ? m_app->findIfThere<QAbstractButton>(u"Sign in"_s, open) : nullptr;
        return !open || (button && button->isEnabled());
    };
    if (!eventually(isAnswered))
        fail(u"the sign-in does not end"_s);
}

void AccountsHands::addAccount(int account)
{
    const bool keep = below(4) > 0;
    note(u"%1%2"_s.arg(account).arg(keep ? QString() : u" not kept"_s));
    const int logouts = serviceOf(account).count("POST", "/v1/auth/logout");
    const bool isOpen =
        m_model.isListed(account) && m_model.at(account).hasUser() && m_model.isUp(m_model.at(account).server);
    Q_EMIT m_app->window().addAccountRequested();
    fillIn(account, keep);
    if (isOpen && !eventually([&] { return serviceOf(account).count("POST", "/v1/auth/logout") > logouts; }))
        fail(u"the second sign-in was not ended"_s);
    m_model.add(account, keep);
}

void AccountsHands::adopt(int account, AccountsModel::Value &value, const QString &shown)
{
    if (!shown.isEmpty() && !value.ever.contains(shown))
        fail(u"account %1 shows “%2”, which was never entered there"_s.arg(account).arg(shown));
    value.edit = shown == value.held ? std::nullopt : std::optional(shown);
}

void AccountsHands::showCurrent()
{
    const int current = currentAccount();
    if (current >= 0) {
        mayTalk(current);
        m_model.show(current);
    } else {
        m_model.showNothing();
    }
}

// They are written within a second.
void AccountsHands::leaveDrafts()
{
    if (!m_model.edited().isEmpty())
        QTest::qWait(1100);
}

void AccountsHands::restart()
{
    if (m_wrong.isEmpty())
        m_wrong = wrongFile();
    m_app->startWith({});
    settle();
    const int current = currentAccount();
    const auto isKept = [this](int account) { return m_model.at(account).isKept; };
    if (current >= 0 && !isKept(current) && std::any_of(m_model.order().begin(), m_model.order().end(), isKept))
        fail(u"it starts with an account that is not kept"_s);
    if (current >= 0)
        mayTalk(current);
    m_model.start(current);
    m_isFresh = true;
}

// Without the focus no shortcut is heard.
void AccountsHands::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (!becomesActive(&m_app->window()))
        fail(u"the window does not become active"_s);
    QTest::keyClick(&m_app->window(), key, modifiers);
}

void AccountsHands::press(const QString &button)
{
    if (m_app->findIfThere<QAbstractButton>(button))
        m_app->press(button);
    else
        fail(u"nothing is called %1, but: %2"_s.arg(button, m_app->visibleTexts().join(u" | "_s)));
}

// One that was never entered before.
QString AccountsHands::newText(const QString &what)
{
    const QString text = u"%1%2-%3"_s.arg(what).arg(m_model.current()).arg(++m_written);
    note(text);
    return text;
}

// Steps

void AccountsHands::editCity()
{
    if (!isEditable())
        return;
    const int account = m_model.current();
    const QString text = newText(u"city"_s);
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, text);
    m_model.at(account).city.enter(text);
}

void AccountsHands::editGreeting()
{
    if (!isEditable())
        return;
    const int account = m_model.current();
    const QString text = newText(u"greeting"_s);
    m_app->goTo(2);
    auto *tree = m_app->find<QTreeView>(u"Settings"_s);
    const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), SettingsModel::IdRole, greetingId, 1,
                                                       Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty())
        return fail(u"there is no setting"_s);
    tree->setCurrentIndex(found.first());
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_F2);
    if (!eventually([tree] { return tree->findChild<QLineEdit *>() != nullptr; }))
        return fail(u"the setting cannot be edited"_s);
    auto *cell = tree->findChild<QLineEdit *>();
    QTest::keyClick(cell, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(cell, text);
    QTest::keyClick(cell, Qt::Key_Return);
    if (!eventually([tree] { return tree->findChild<QLineEdit *>() == nullptr; }))
        fail(u"the editor stays open"_s);
    m_model.at(account).greeting.enter(text);
}

// One step back may be to any text that was there before, of this account.
void AccountsHands::step(Qt::KeyboardModifiers modifiers)
{
    if (!isEditable())
        return;
    key(Qt::Key_Z, modifiers);
    const int account = m_model.current();
    Workspace *workspace = workspaceOf(account);
    if (!workspace)
        return fail(u"the account is not open"_s);
    adopt(account, m_model.at(account).city, shownIn(*workspace, cityPath()));
    adopt(account, m_model.at(account).greeting, shownIn(*workspace, greetingPath()));
}

void AccountsHands::undo()
{
    step(Qt::ControlModifier);
}

void AccountsHands::redo()
{
    step(Qt::ControlModifier | Qt::ShiftModifier);
}

void AccountsHands::revert()
{
    if (!isEditable() || !m_model.at(m_model.current()).isEdited())
        return;
    m_app->press(u"Discard changes"_s);
    m_model.at(m_model.current()).drop();
}

// With the session ended, half of the users sign in again at once: then the save goes on.
void AccountsHands::save()
{
    if (!isEditable())
        return;
    const int account = m_model.current();
    mayTalk(account);
    key(Qt::Key_S, Qt::ControlModifier);
    settle();
    m_model.askSave(account);
    const AccountsModel::Account &now = m_model.at(account);
    if (now.state == State::Ended && now.isEdited() && m_model.isUp(now.server) && below(2) == 0) {
        answerSignIn(account);
        settle();
        m_model.askSave(account);
    }
}

void AccountsHands::answerSignIn(int account)
{
    const bool keep = below(4) > 0;
    note(keep ? u"signs in"_s : u"signs in, not kept"_s);
    fillIn(account, keep);
    m_model.signIn(account, keep);
}

void AccountsHands::reload()
{
    if (!isEditable())
        return;
    mayTalk(m_model.current());
    key(Qt::Key_F5);
    m_model.reload(m_model.current());
}

void AccountsHands::switchByKey()
{
    if (m_model.order().isEmpty())
        return;
    const int row = below(static_cast<int>(m_model.order().size()));
    const int account = m_model.order().at(row);
    note(QString::number(account));
    mayTalk(account);
    key(static_cast<Qt::Key>(Qt::Key_1 + row), Qt::ControlModifier | Qt::AltModifier);
    m_model.show(account);
}

void AccountsHands::switchByMenu()
{
    if (m_model.order().isEmpty())
        return;
    const int account = m_model.order().at(below(static_cast<int>(m_model.order().size())));
    note(QString::number(account));
    mayTalk(account);
    const SavedAccount saved = savedOf(account);
    const QString words = u"%1 at %2"_s.arg(saved.userName, saved.origin.shortText());
    const QList<QAction *> actions = m_app->window().findChild<AccountMenu *>()->actions();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&words](const QAction *action) { return action->text().contains(words); });
    if (found == actions.end())
        return fail(u"the menu does not have "_s + words);
    (*found)->trigger();
    m_model.show(account);
}

void AccountsHands::expire()
{
    const int server = below(AccountsModel::Servers);
    note(QString::number(server));
    m_services.at(server)->expireTokens();
    m_model.expire(server);
}

void AccountsHands::signInAgain()
{
    const int account = m_model.current();
    if (account < 0 || m_model.at(account).state == State::In)
        return;
    mayTalk(account);
    if (m_model.at(account).hasUser())
        key(Qt::Key_F5);
    else
        press(u"Sign in…"_s);
    if (m_wrong.isEmpty())
        answerSignIn(account);
}

void AccountsHands::lockOrUnlock()
{
    m_model.setUnlocked(!m_model.isUnlocked());
    static const QList<Error::Kind> kinds{Error::Kind::KeychainLocked, Error::Kind::KeychainRefused,
                                          Error::Kind::KeychainSilent};
    if (m_model.isUnlocked())
        return m_app->keychain().failWith(std::nullopt);
    m_app->keychain().failWith(kinds.at(below(static_cast<int>(kinds.size()))));
    note(u"fails"_s);
}

void AccountsHands::stopOrStart()
{
    const int server = below(AccountsModel::Servers);
    m_model.setUp(server, !m_model.isUp(server));
    note(u"%1 %2"_s.arg(server).arg(m_model.isUp(server) ? u"up"_s : u"down"_s));
    if (!m_model.isUp(server))
        m_services.at(server)->stop();
    else if (QString error; !m_services.at(server)->start(&error))
        fail(error);
}

void AccountsHands::add()
{
    const int account = below(AccountsModel::Count);
    mayTalk(account);
    addAccount(account);
}

// The service is told if there is a session to end, also one that only the keychain has.
void AccountsHands::remove()
{
    if (m_model.order().isEmpty())
        return;
    const int row = below(static_cast<int>(m_model.order().size()));
    const int account = m_model.order().at(row);
    note(QString::number(account));
    mayTalk(account);
    const bool isTold =
        m_model.isUp(m_model.at(account).server) &&
        (m_model.at(account).state == State::In || (!m_model.at(account).hasUser() && m_model.canRestore(account)));
    const int logouts = serviceOf(account).count("POST", "/v1/auth/logout");
    Q_EMIT m_app->window().manageAccountsRequested();
    QDialog *accounts = m_app->dialogCalled(u"Accounts"_s);
    if (!accounts)
        return fail(u"there is no list of accounts"_s);
    m_app->find<QListWidget>(u"Accounts"_s, accounts)->setCurrentRow(row);
    m_app->press(u"Remove account…"_s, accounts);
    if (QMessageBox *box = question())
        m_app->press(u"Remove"_s, box);
    if (!eventually([&] { return !workspaceOf(account); }))
        fail(u"the account stays"_s);
    if (isTold && !eventually([&] { return serviceOf(account).count("POST", "/v1/auth/logout") > logouts; }))
        fail(u"the session was not ended at the service"_s);
    m_app->press(u"Close"_s, accounts);
    const bool wasCurrent = m_model.current() == account;
    m_model.remove(account);
    if (wasCurrent)
        showCurrent();
}

void AccountsHands::reorder()
{
    const int count = static_cast<int>(m_model.order().size());
    if (count < 2)
        return;
    const int row = 1 + below(count - 1);
    note(QString::number(row));
    Q_EMIT m_app->window().manageAccountsRequested();
    QDialog *accounts = m_app->dialogCalled(u"Accounts"_s);
    if (!accounts)
        return fail(u"there is no list of accounts"_s);
    auto *list = m_app->find<QListWidget>(u"Accounts"_s, accounts);
    list->setFocus();
    list->setCurrentRow(row);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    m_app->press(u"Close"_s, accounts);
    m_model.move(row, row - 1);
}

void AccountsHands::signOut()
{
    if (!isEditable())
        return;
    const int account = m_model.current();
    mayTalk(account);
    m_app->press(u"Sign out"_s);
    if (m_model.at(account).isEdited()) {
        if (QMessageBox *box = question())
            m_app->press(u"Discard"_s, box);
    }
    m_model.signOut(account);
}

// With --server and --user. One that is not open would have to be added, and is not.
void AccountsHands::startAgain()
{
    const int account = below(AccountsModel::Count);
    note(QString::number(account));
    mayTalk(account);
    const bool isSeen = m_model.at(account).state != State::Unseen;
    m_app->startAgain(addressOf(account), m_model.at(account).userName);
    if (!m_model.isListed(account))
        return;
    m_model.show(account);
    if (isSeen)
        m_model.restoreAgain(account);
}

// Of what is asked about unsaved changes, they are saved where that can be, sometimes.
void AccountsHands::discardUnsaved()
{
    const QList<int> edited = m_model.edited();
    if (edited.isEmpty())
        return;
    const bool isOwn = edited == QList<int>{m_model.current()};
    const bool isSaved = m_model.canSaveAll() && below(2) == 0;
    note(isSaved ? u"saved"_s : u"discarded"_s);
    for (const int account : edited)
        mayTalk(account);
    const QString word = isSaved ? u"Save"_s : u"Discard"_s;
    if (QMessageBox *box = question())
        m_app->press(isOwn ? word : word + u" all"_s, box);
    if (isSaved)
        m_model.saveAll();
    else
        m_model.discardAll();
}

void AccountsHands::quitAndRestart()
{
    m_app->window().close();
    discardUnsaved();
    if (!eventually([this] { return !m_app->window().isVisible(); }))
        fail(u"it does not quit"_s);
    m_app->quit();
    m_model.end();
    restart();
}

void AccountsHands::killAndRestart()
{
    leaveDrafts();
    m_app->quit();
    m_model.end();
    restart();
}

// The service then holds all of what was sent, or nothing: what it does not hold comes back.
void AccountsHands::killWhileSaving()
{
    const int account = m_model.current();
    if (account < 0 || !m_model.canSave(account) || !m_model.at(account).isEdited())
        return;
    mayTalk(account);
    leaveDrafts();
    key(Qt::Key_S, Qt::ControlModifier);
    for (int turns = below(30); turns > 0; --turns)
        QTest::qWait(1);
    m_app->quit();
    QTest::qWait(100);
    AccountsModel::Account &now = m_model.at(account);
    const QJsonObject held = serviceOf(account).user(now.userName);
    const bool isCity = !now.city.edit || held.value("city"_L1).toString() == *now.city.edit;
    const bool isGreeting = !now.greeting.edit || User(held).valueAt(greetingPath()).toString() == *now.greeting.edit;
    if (isCity && isGreeting)
        m_model.askSave(account);
    note(isCity && isGreeting ? u"saved"_s : u"not saved"_s);
    m_model.end();
    restart();
}

// Checks

QString AccountsHands::firstWrong()
{
    QString wrong = wrongList();
    for (int account = 0; wrong.isEmpty() && account < AccountsModel::Count; ++account)
        wrong = wrongAccount(account);
    if (wrong.isEmpty())
        wrong = wrongOnScreen();
    if (wrong.isEmpty())
        wrong = wrongKeychain();
    for (int server = 0; wrong.isEmpty() && server < AccountsModel::Servers; ++server)
        wrong = wrongRequests(server);
    m_isFresh = false;
    return wrong;
}

QString AccountsHands::wrongList()
{
    Workspaces &open = m_app->workspaces();
    const QList<int> order = m_model.order();
    if (open.rowCount() != std::max(1, static_cast<int>(order.size())))
        return u"%1 accounts are open, not %2"_s.arg(open.rowCount()).arg(order.size());
    for (int row = 0; row < order.size(); ++row) {
        if (workspaceOf(order.at(row)) != &open.at(row))
            return u"account %1 is not in row %2"_s.arg(order.at(row)).arg(row);
    }
    if (currentAccount() != m_model.current())
        return u"account %1 is shown, not %2"_s.arg(currentAccount()).arg(m_model.current());
    return {};
}

QString AccountsHands::wrongValue(int account, const Path &path, const AccountsModel::Value &value, const QString &held)
{
    const QString place = path.isSetting() ? u"greeting"_s : path.fieldKey();
    if (held != value.held)
        return u"the service of %1 holds “%2” as %3, not “%4”"_s.arg(account).arg(held, place, value.held);
    Workspace *workspace = workspaceOf(account);
    if (!workspace)
        return {};
    const bool isEdited = workspace->edits().isEdited(path);
    if (isEdited != value.edit.has_value())
        return u"the %1 of %2 is %3edited: “%4”"_s.arg(place).arg(account).arg(isEdited ? QString() : u"not "_s,
                                                                               shownIn(*workspace, path));
    if (isEdited && shownIn(*workspace, path) != *value.edit)
        return u"the %1 of %2 is edited to “%3”, not “%4”"_s.arg(place).arg(account).arg(shownIn(*workspace, path),
                                                                                         *value.edit);
    return {};
}

QString AccountsHands::wrongAccount(int account)
{
    const AccountsModel::Account &model = m_model.at(account);
    const QJsonObject held = serviceOf(account).user(model.userName);
    QString wrong = wrongValue(account, cityPath(), model.city, held.value("city"_L1).toString());
    if (wrong.isEmpty())
        wrong = wrongValue(account, greetingPath(), model.greeting, User(held).valueAt(greetingPath()).toString());
    Workspace *workspace = workspaceOf(account);
    if (!wrong.isEmpty() || !workspace)
        return wrong;
    const Session &session = workspace->session();
    const Session::State state = model.state == State::In      ? Session::State::SignedIn
                                 : model.state == State::Ended ? Session::State::Expired
                                                               : Session::State::SignedOut;
    if (session.state() != state)
        return u"the session of %1 is %2, not %3"_s.arg(account)
            .arg(static_cast<int>(session.state()))
            .arg(static_cast<int>(state));
    if (session.hasUser() &&
        (session.user().id() != idOf(model.userName) || session.account().origin != savedOf(account).origin))
        return u"account %1 shows somebody else"_s.arg(account);
    return {};
}

QString AccountsHands::wrongOnScreen()
{
    if (!isEditable())
        return {};
    const AccountsModel::Value &city = m_model.at(m_model.current()).city;
    m_app->goTo(0);
    const QString shown = m_app->find<QLineEdit>(u"City"_s)->text();
    const QString meant = city.edit.value_or(city.held);
    return shown == meant ? QString() : u"“%1” is shown as the city, not “%2”"_s.arg(shown, meant);
}

// Right after a start with an open keychain nothing is left behind; otherwise what should have been removed may be.
QString AccountsHands::wrongKeychain()
{
    const QHash<QString, Secret> entries = m_app->keychain().entries();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (const QString wrong = wrongEntry(entry.key(), entry.value()); !wrong.isEmpty())
            return wrong;
    }
    for (int account = 0; account < AccountsModel::Count; ++account) {
        if (m_model.at(account).isKept && !entries.contains(savedOf(account).keychainKey()))
            return u"the keychain does not have %1"_s.arg(account);
    }
    return {};
}

QString AccountsHands::wrongEntry(const QString &key, const Secret &token)
{
    for (int account = 0; account < AccountsModel::Count; ++account) {
        const AccountsModel::Account &model = m_model.at(account);
        if (savedOf(account).keychainKey() != key)
            continue;
        if (accountOf(model.server, serviceOf(account).ownerOf(token.expose().toByteArray())) != account)
            return u"the keychain has another's token for %1"_s.arg(account);
        const bool mayBe = model.isKept || (model.isDue && !(m_isFresh && m_model.isUnlocked()));
        return mayBe ? QString() : u"the keychain still has %1"_s.arg(account);
    }
    return u"the keychain has an entry that is nobody's: "_s + key;
}

QString AccountsHands::wrongRequests(int server)
{
    const QList<LoggedRequest> requests = m_services.at(server)->requests();
    m_requestCount += requests.size();
    for (const LoggedRequest &request : requests) {
        if (const QString wrong = wrongRequest(server, request); !wrong.isEmpty())
            return u"%1 %2 at service %3: %4"_s
                .arg(QString::fromLatin1(request.method), QString::fromLatin1(request.path))
                .arg(server)
                .arg(wrong);
    }
    m_services.at(server)->clearRequests();
    return {};
}

QString AccountsHands::wrongRequest(int server, const LoggedRequest &request)
{
    if (request.hasHeader("x-api-key"))
        return u"with a key"_s;
    if ("http://" + request.header("Host") != m_addresses.at(server).toLatin1())
        return u"meant for another"_s;
    const bool isLogin = request.path == "/v1/auth/login";
    if (isLogin && request.hasHeader("Authorization"))
        return u"with a token"_s;
    const QString who = isLogin ? idOf(request.json().value("username"_L1).toString())
                                : m_services.at(server)->ownerOf(bearerOf(request));
    const int account = accountOf(server, who);
    if (account < 0)
        return u"with a credential that is not of this service"_s;
    if (!m_talkers.contains(account))
        return u"with the token of %1, which the step is not about"_s.arg(account);
    if (request.method == "POST" && request.path == "/v1/auth/user") {
        const QJsonObject user = request.json().value("user"_L1).toObject();
        if (user.value("userName"_L1).toString() != m_model.at(account).userName)
            return u"with the document of somebody else"_s;
    }
    return {};
}

// What the next start will find: to be asked while the program does not run.
QString AccountsHands::wrongFile()
{
    const SavedAccounts saved(accountsFile(*m_app));
    const QList<SavedAccount> listed = saved.listed();
    const QList<int> order = m_model.order();
    if (listed.size() != order.size())
        return u"%1 accounts are remembered, not %2"_s.arg(listed.size()).arg(order.size());
    for (int row = 0; row < order.size(); ++row) {
        const int account = order.at(row);
        if (!listed.at(row).isSameAs(savedOf(account)))
            return u"account %1 is not remembered in row %2"_s.arg(account).arg(row);
        if (listed.at(row).kept != m_model.at(account).isKept)
            return u"account %1 is remembered as %2kept"_s.arg(account).arg(listed.at(row).kept ? u""_s : u"not "_s);
    }
    return {};
}

} // namespace lanyard::testing
