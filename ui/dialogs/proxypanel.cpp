#include "ui/dialogs/proxypanel.h"

#include "core/settings/preferences.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/look/characterwidth.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace lanyard {

using Way = ProxyChoice::Way;
using Kind = ProxyChoice::Kind;

namespace {

constexpr int PortCharacters = 7;

template<typename Value>
void addChoice(QComboBox *box, const QString &text, Value value)
{
    box->addItem(text, static_cast<int>(value));
}

template<typename Value>
Value chosen(const QComboBox *box)
{
    return static_cast<Value>(box->currentData().toInt());
}

template<typename Value>
void select(QComboBox *box, Value value)
{
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

PlainLabel *labelFor(QWidget *field, const QString &text)
{
    auto *label = new PlainLabel(text); // QFormLayout's own would interpret its text as HTML
    label->setBuddy(field);
    return label;
}

TonedLabel *newProblem()
{
    auto *problem = new TonedLabel;
    problem->setWordWrap(true);
    problem->setTone(Tone::Bad);
    problem->hide();
    return problem;
}

} // namespace

ProxyPanel::ProxyPanel(Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_preferences(preferences), m_way(new QComboBox), m_manual(new QWidget), m_kind(new QComboBox),
      m_host(new QLineEdit), m_port(new QLineEdit), m_hostProblem(newProblem()), m_portProblem(newProblem()),
      m_hostPause(m_host, [this] { choose(); }), m_portPause(m_port, [this] { choose(); }), m_about(new PlainLabel),
      m_notWritten(new PlainLabel(tr("This could not be saved; it applies until you quit.")))
{
    addChoice(m_way, tr("System"), Way::System);
    addChoice(m_way, tr("None"), Way::None);
    addChoice(m_way, tr("Manual"), Way::Manual);
    addChoice(m_kind, tr("HTTP"), Kind::Http);
    addChoice(m_kind, tr("SOCKS5"), Kind::Socks5);
    m_way->setAccessibleName(tr("Proxy"));
    m_kind->setAccessibleName(tr("Type"));
    m_host->setAccessibleName(tr("Host"));
    m_port->setAccessibleName(tr("Port"));
    for (QLineEdit *field : {m_host, m_port})
        field->setLayoutDirection(Qt::LeftToRight);
    setHint(m_host, tr("proxy.example.com"));
    const ProxyChoice &choice = preferences.proxy();
    select(m_way, choice.way);
    select(m_kind, choice.kind);
    m_host->setText(choice.host);
    if (choice.port != 0)
        m_port->setText(QString::number(choice.port));
    attachText(*m_about, *m_way);
    attachText(*m_hostProblem, *m_host);
    attachText(*m_portProblem, *m_port);
    arrange();
    showWay();

    connect(&m_preferences, &Preferences::written, m_notWritten, &QWidget::hide);
    connect(m_way, &QComboBox::currentIndexChanged, this, [this] {
        m_entered.clear();
        showWay();
        choose();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProxyPanel::choose);
    for (const auto &[field, pause] : {std::pair(m_host, &m_hostPause), std::pair(m_port, &m_portPause)})
        connect(field, &QLineEdit::textChanged, this, [this, field = field, pause = pause] {
            m_entered << field;
            pause->await();
            choose();
        });
    connect(m_host, &QLineEdit::editingFinished, this, &ProxyPanel::splitAddress);
    connect(qApp, &QApplication::focusChanged, &m_leaving, [this](const QWidget *left) {
        if (left != m_host && left != m_port)
            return;
        m_entered << left;
        choose();
    });
}

void ProxyPanel::arrange()
{
    m_port->setFixedWidth(characterWidth(fontMetrics()) * PortCharacters +
                          (m_port->sizeHint().width() - characterWidth(fontMetrics()) * 17) / 2 + space(Space::Large));
    m_about->setWordWrap(true);
    makeQuiet(*m_about);
    m_notWritten->setWordWrap(true);
    m_notWritten->hide();
    auto *hostRow = new QHBoxLayout;
    hostRow->addWidget(m_host, 1);
    hostRow->addWidget(labelFor(m_port, tr("Por&t")));
    hostRow->addWidget(m_port);
    auto *fields = new QFormLayout(m_manual);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setRowWrapPolicy(QFormLayout::WrapLongRows);
    fields->addRow(labelFor(m_kind, tr("T&ype")), m_kind);
    fields->addRow(labelFor(m_host, tr("H&ost")), hostRow);
    fields->addRow(m_hostProblem);
    fields->addRow(m_portProblem);

    auto *wayRow = new QHBoxLayout;
    wayRow->addWidget(labelFor(m_way, tr("&Proxy")));
    wayRow->addWidget(m_way);
    wayRow->addStretch();
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Small);
    layout->addLayout(wayRow);
    layout->addWidget(m_manual);
    layout->addWidget(m_about);
    layout->addWidget(m_notWritten);
}

void ProxyPanel::showWay()
{
    m_manual->setVisible(chosen<Way>(m_way) == Way::Manual);
    switch (chosen<Way>(m_way)) {
    case Way::System:
        m_about->setText(tr("The proxy of your environment (https_proxy, all_proxy, no_proxy) or desktop settings."));
        break;
    case Way::None:
        m_about->setText(tr("Servers are reached directly, whatever your system’s settings say."));
        break;
    case Way::Manual:
        m_about->setText(tr("For encrypted connections to other computers. A connection that is not encrypted never "
                            "goes through a proxy, which could read it."));
        break;
    }
    m_way->setAccessibleDescription(m_about->text());
}

// Often the whole address is pasted: its parts are moved to their fields, where the user can see them.
void ProxyPanel::splitAddress()
{
    const ProxyText read = readProxyText(m_host->text());
    if (read.problem != ProxyText::Problem::None || read.host == m_host->text())
        return;
    {
        const QSignalBlocker host(m_host);
        const QSignalBlocker port(m_port);
        const QSignalBlocker kind(m_kind);
        m_host->setText(read.host);
        if (read.port != 0)
            m_port->setText(QString::number(read.port));
        if (read.kind)
            select(m_kind, *read.kind);
    }
    choose();
}

QString ProxyPanel::hostProblem() const
{
    switch (readProxyText(m_host->text()).problem) {
    case ProxyText::Problem::None:
        return {};
    case ProxyText::Problem::Missing:
        return tr("Enter the proxy’s host name or address. Until then the proxy stays as it was.");
    case ProxyText::Problem::Unreadable:
        return tr("This is not a host name or address. Enter one like proxy.example.com.");
    case ProxyText::Problem::OtherScheme:
        return tr("This kind of proxy is not supported: only HTTP and SOCKS5 are. Enter the address of one of these.");
    case ProxyText::Problem::HoldsPassword:
        return tr("Leave out the username and password: Lanyard asks for them when the proxy does.");
    }
    Q_UNREACHABLE();
}

QString ProxyPanel::portProblem() const
{
    const bool isInAddress = readProxyText(m_host->text()).port != 0;
    if (isInAddress || readPort(m_port->text()) != 0)
        return {};
    return m_port->text().trimmed().isEmpty() ? tr("Enter the proxy’s port. Until then the proxy stays as it was.")
                                              : tr("The port must be a number from 1 to 65535.");
}

void ProxyPanel::say(TonedLabel *label, QLineEdit *field, const TypingPause &pause, const QString &problem)
{
    if (pause.isAwaited() && !problem.isEmpty())
        return; // half typed
    describeField(field, problem, !problem.isEmpty());
    label->setVisible(!problem.isEmpty());
    if (label->text() == problem)
        return;
    label->setText(problem);
    if (!problem.isEmpty())
        announceAfterFocus(label, problem);
}

void ProxyPanel::choose()
{
    const Way way = chosen<Way>(m_way);
    // What is empty is not wrong before anything could be typed.
    const auto said = [this, way](const QLineEdit *field, const QString &problem) {
        const bool isNew = field->text().isEmpty() && !m_entered.contains(field);
        return way == Way::Manual && !isNew ? problem : QString();
    };
    say(m_hostProblem, m_host, m_hostPause, said(m_host, hostProblem()));
    say(m_portProblem, m_port, m_portPause, said(m_port, portProblem()));
    ProxyChoice choice = m_preferences.proxy();
    choice.way = way;
    if (way == Way::Manual) {
        if (!hostProblem().isEmpty() || !portProblem().isEmpty())
            return;
        const ProxyText read = readProxyText(m_host->text());
        choice.kind = read.kind.value_or(chosen<Kind>(m_kind));
        choice.host = read.host;
        choice.port = read.port != 0 ? read.port : readPort(m_port->text());
    }
    m_notWritten->setVisible(!m_preferences.setProxy(choice));
}

} // namespace lanyard

#include "moc_proxypanel.cpp"
