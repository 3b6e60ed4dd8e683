#include "ui/signin/serverfield.h"

#include "core/base/addresstext.h"
#include "core/base/serveraddress.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/hiddentyping.h"

#include <QAccessible>
#include <QLineEdit>
#include <QUrl>

namespace lanyard {

ServerField::ServerField(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setHint(lineEdit(), tr("https://licences.example.com:5455"));
    nameField(this, tr("Server"));
    setLayoutDirection(Qt::LeftToRight);
    connect(lineEdit(), &QLineEdit::textChanged, this, [this](const QString &text) {
        dropInvisible(text);
        if (!hasFocus())
            lineEdit()->home(false);
    });
    showHiddenAsDots(*lineEdit());
}

// At once: what nobody sees would make it look like another address.
void ServerField::dropInvisible(const QString &text)
{
    const QString visible = withoutInvisible(text);
    if (visible == text)
        return;
    const qsizetype cursor = withoutInvisible(text.left(lineEdit()->cursorPosition())).size();
    lineEdit()->setText(visible);
    lineEdit()->setCursorPosition(static_cast<int>(cursor));
}

void ServerField::setServers(const QStringList &servers)
{
    const QString typed = currentText();
    clear();
    addItems(servers);
    if (!typed.isEmpty())
        setEditText(typed);
}

// A screen reader would speak each completion, over the letters that are typed. The list remains.
void ServerField::focusInEvent(QFocusEvent *event)
{
    if (QAccessible::isActive())
        setCompleter(nullptr);
    QComboBox::focusInEvent(event);
}

// Who cannot see the whole address is to see the host: the end may look like another one.
void ServerField::focusOutEvent(QFocusEvent *event)
{
    QComboBox::focusOutEvent(event);
    lineEdit()->home(false);
}

bool ServerField::correct()
{
    const QString typed = currentText();
    const QString address = serverAddressFrom(typed);
    if (address != typed)
        setEditText(address);
    return namesAnotherServer(typed, address);
}

QString ServerField::host() const
{
    const QString host = QUrl(currentText()).host();
    return host.isEmpty() ? currentText() : host;
}

// A redirect to the sign-in page of a network says nothing about the address.
bool ServerField::isWrong(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::AddressInvalid:
    case Error::Kind::Unreachable:
        return true;
    case Error::Kind::Redirected:
    case Error::Kind::HttpsExpected:
    case Error::Kind::HttpExpected:
        return nextStep(error) == NextStep::SignInAgain;
    default:
        return false;
    }
}

void ServerField::describe(const QString &problem)
{
    describeField(this, problem, !problem.isEmpty());
}

void ServerField::correctByHand()
{
    setFocus();
    lineEdit()->selectAll();
}

} // namespace lanyard

#include "moc_serverfield.cpp"
