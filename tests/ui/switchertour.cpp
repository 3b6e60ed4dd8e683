#include "tests/ui/switchertour.h"

#include "tests/ui/appfixture.h"
#include "tests/ui/camera.h"
#include "ui/accounts/accountmenu.h"

#include <QAction>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

class SwitcherTour
{
public:
    explicit SwitcherTour(Camera &camera) : m_camera(camera) {}

    bool run()
    {
        expect(m_second.start() && m_gone.start() && m_slow.start(), "a service does not start");
        openAll();
        photograph();
        return !m_failed;
    }

private:
    void expect(bool condition, const char *what)
    {
        if (condition)
            return;
        std::fprintf(stderr, "tour of the accounts: %s\n", what);
        m_failed = true;
    }

    [[nodiscard]] bool needs(const Workspace &workspace, Need need) const
    {
        return eventually([&] { return workspace.needs().contains(need); });
    }

    Workspace &add(AccountService &service, const QString &userName)
    {
        auto added = m_app.workspaces().make();
        const QString password = userName == "admin"_L1 ? u"admin"_s : u"lanyard"_s;
        added->session().signIn(
            {.server = service.address(), .userName = userName, .secret = Secret::fromText(password)});
        expect(eventually([&] { return added->session().state() == Session::State::SignedIn; }), "not signed in");
        expect(eventually([&] { return added->session().storage() != Session::Storage::UntilQuit; }), "not kept");
        return m_app.workspaces().insert(std::move(added));
    }

    // Who is there and was not looked at yet.
    void addUnseen(const QString &server, const QString &userName, const QString &fullName)
    {
        SavedAccount account;
        account.origin = Origin::parse(server).value();
        account.userName = userName;
        account.fullName = fullName;
        account.kept = true;
        m_app.workspaces().open().setAccount(account);
    }

    void openAll()
    {
        m_app.start(mrossi);
        expect(m_app.signIn(u"lanyard"_s), "not signed in");
        changeCity(u"Torino"_s); // unsaved
        Workspace &out = add(m_app.service(), u"jkim"_s);
        Workspace &conflicting = add(m_app.service(), u"admin"_s);
        changeCity(u"Torino"_s);
        Workspace &ended = add(m_second, mrossi);
        m_second.expireTokens();
        ended.session().reload();
        expect(needs(ended, Need::SessionEnded), "the session has not ended");
        m_app.keychain().failWith(Error::Kind::KeychainLocked);
        Workspace &locked = add(m_second, u"jkim"_s);
        expect(needs(locked, Need::KeychainLocked), "the keychain is not locked");
        m_app.keychain().failWith({});
        letAKeyExpire();
        expect(needs(add(m_second, u"admin"_s), Need::KeyExpired), "no key has expired");
        Workspace &gone = add(m_gone, mrossi);
        m_gone.stop();
        gone.session().reload();
        expect(needs(gone, Need::Unreachable), "the service can be reached");
        Workspace &saving = add(m_slow, mrossi);
        changeCity(u"Napoli"_s);
        m_app.workspaces().setCurrent(m_app.workspaces().at(0));
        save(saving);
        conflict(conflicting);
        out.session().signOut();
        expect(needs(out, Need::SignedOut), "not signed out");
        addUnseen(u"https://licences.accounts.internal.example.com:8443"_s, u"maximiliane.von.hohenlohe"_s,
                  u"Maximiliane von Hohenlohe-Schillingsfürst-Langenburg"_s);
        addUnseen(u"https://licences.example.eg"_s, u"layla"_s, u"ليلى حسن"_s);
    }

    void changeCity(const QString &city)
    {
        expect(becomesActive(&m_app.window()), "the window is not active");
        m_app.goTo(0);
        m_app.typeInto(u"City"_s, city);
    }

    void letAKeyExpire()
    {
        QJsonObject user = m_second.user(u"admin"_s);
        QJsonArray keys = user.value("apiKeys"_L1).toArray();
        QJsonObject key = keys.first().toObject();
        key.insert("expireDate"_L1, QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODateWithMs));
        keys.replace(0, key);
        user.insert("apiKeys"_L1, keys);
        expect(m_second.setUser(u"admin"_s, user), "the key cannot be changed");
    }

    void save(Workspace &workspace)
    {
        ServiceOptions options = m_slow.options();
        options.latencyMs = 600'000;
        m_slow.setOptions(options);
        workspace.saver().save();
        expect(needs(workspace, Need::Saving), "nothing is being saved");
    }

    void conflict(Workspace &workspace)
    {
        QJsonObject others = m_app.service().user(u"admin"_s);
        others.insert("city"_L1, u"Milano"_s);
        expect(m_app.service().setUser(u"admin"_s, others), "the other change is refused");
        workspace.saver().save();
        expect(needs(workspace, Need::Conflict), "there is no conflict");
    }

    void photograph()
    {
        Camera &camera = m_camera;
        camera.picture(m_app.window(), u"accounts-waiting"_s);
        shootList(u"accounts-states"_s, true);
        shootDialog(u"accounts-dialog-states"_s, true);
        findOne();
        askToRemove();
        m_app.workspaces().setCurrent(m_app.workspaces().at(1));
        expect(eventually([this] {
                   return m_app.dialog() != nullptr || m_app.session().state() == Session::State::SignedOut;
               }),
               "the one that is signed out is not shown");
        if (m_app.dialog())
            m_app.press(u"Cancel"_s, m_app.dialog());
        camera.picture(m_app.window(), u"account-signed-out"_s);
        m_app.workspaces().setCurrent(m_app.workspaces().at(0));

        QApplication::setLayoutDirection(Qt::RightToLeft);
        camera.snapshot(m_app.window(), u"accounts-waiting-right-to-left"_s);
        shootList(u"accounts-states-right-to-left"_s);
        shootDialog(u"accounts-dialog-right-to-left"_s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        if (!camera.isOfOneSize())
            shootInOtherSizes(camera);
    }

    void shootInOtherSizes(Camera &camera)
    {
        m_app.window().resize(640, 480);
        camera.snapshot(m_app.window(), u"accounts-waiting-small"_s);
        shootList(u"accounts-states-small"_s);
        shootDialog(u"accounts-dialog-small"_s);
        m_app.window().resize(1080, 760);

        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 2);
        QApplication::setFont(large);
        shootList(u"accounts-states-large-text"_s);
        shootDialog(u"accounts-dialog-large-text"_s);
        QApplication::setFont(usual);
    }

    AccountMenu &menu() { return *m_app.window().findChild<AccountMenu *>(); }

    void openList()
    {
        expect(becomesActive(&m_app.window()), "the window is not active");
        m_app.find<QPushButton>(u"Accounts"_s)->click();
        expect(eventually([this] { return menu().isVisible(); }), "no list of accounts");
    }

    void shootList(const QString &name, bool inDarkToo = false)
    {
        openList();
        if (inDarkToo)
            m_camera.picture(m_app.window(), name);
        else
            m_camera.snapshot(m_app.window(), name);
        menu().close();
    }

    QDialog *openDialog()
    {
        Q_EMIT m_app.window().manageAccountsRequested();
        QDialog *dialog = m_app.dialogCalled(u"Accounts"_s);
        expect(dialog, "no dialog of the accounts");
        return dialog;
    }

    void shootDialog(const QString &name, bool inDarkToo = false)
    {
        QDialog *dialog = openDialog();
        if (!dialog)
            return;
        if (inDarkToo)
            m_camera.picture(m_app.window(), name);
        else
            m_camera.snapshot(m_app.window(), name);
        dialog->close();
    }

    void findOne()
    {
        openList();
        QTest::keyClicks(menu().findChild<QLineEdit *>(), u"admin"_s);
        m_camera.picture(m_app.window(), u"accounts-found"_s);
        menu().close();
    }

    void askToRemove()
    {
        QDialog *dialog = openDialog();
        if (!dialog)
            return;
        m_app.press(u"Remove account…"_s, dialog);
        QDialog *question = m_app.dialogCalled(u"Remove account"_s);
        expect(question, "nothing asks about the removal");
        m_camera.picture(m_app.window(), u"remove-account"_s);
        if (question)
            question->reject();
        dialog->close();
    }

    Camera &m_camera;
    AccountService m_second;
    AccountService m_gone;
    AccountService m_slow;
    AppFixture m_app;
    bool m_failed = false;
};

} // namespace

bool showAccountSwitcher(Camera &camera)
{
    return SwitcherTour(camera).run();
}

} // namespace lanyard::testing
