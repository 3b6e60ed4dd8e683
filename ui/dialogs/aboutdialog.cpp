#include "ui/dialogs/aboutdialog.h"

#include "core/session/components.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/screenroom.h"
#include "ui/look/pageheader.h"
#include "ui/look/paragraph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr double NameScale = 1.5;

QString textOf(const Component &component)
{
    const QString named = component.version.isEmpty() ? component.name : component.name + u' ' + component.version;
    return component.licence.isEmpty()
               ? named
               : AboutDialog::tr("%1 (%2)", "a component and its licence").arg(named, component.licence);
}

QString textOf(const QList<Component> &components)
{
    QStringList lines{AboutDialog::tr("Made with")};
    for (const Component &component : components)
        lines << textOf(component);
    return lines.join(u'\n');
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Lanyard"));
    auto *name = new Heading(tr("Lanyard %1").arg(QCoreApplication::applicationVersion()), NameScale);
    auto *what = new PlainLabel(tr("Your account at an account service: profile, API keys and settings."));
    auto *legal = new PlainLabel(tr("© 2026 The Lanyard authors\nFree software under the MIT License"));
    auto *parts = new PlainLabel(textOf(components()));
    makeQuiet(*legal);
    makeQuiet(*parts);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    wordButtons(*buttons);
    buttons->setCenterButtons(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, DialogMargin, Space::Medium);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    const int room = roomOnScreen(*this).width() - 2 * space(DialogMargin);
    for (PlainLabel *label : {logo(), static_cast<PlainLabel *>(name), what, legal, parts}) {
        label->setAlignment(Qt::AlignCenter);
        label->setMinimumWidth(qMin(label->sizeHint().width(), room));
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addSpacing(space(Space::Medium));
    layout->addWidget(buttons);
}

} // namespace lanyard

#include "moc_aboutdialog.cpp"
