#include "ui/signin/welcome.h"

#include "ui/look/pageheader.h"
#include "ui/look/paragraph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr double TitleScale = 1.3;

} // namespace

Welcome::Welcome(QWidget *parent) : QWidget(parent)
{
    auto *title = new Heading(tr("Sign in to your account service"), TitleScale);
    auto *help = new PlainLabel(tr("Whoever runs the service can tell you its address."));
    makeQuiet(*help);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Small);
    for (PlainLabel *label : {logo(), static_cast<PlainLabel *>(title), help}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
}

} // namespace lanyard

#include "moc_welcome.cpp"
