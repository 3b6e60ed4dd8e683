#include "ui/signin/welcome.h"

#include "ui/look/pageheader.h"
#include "ui/look/paragraph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

Welcome::Welcome(QWidget *parent) : QWidget(parent)
{
    auto *head = new PageHeader(tr("Sign in to your account service"),
                                tr("Whoever runs the service can tell you its address."), PageHeader::OfDialog);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Small);
    layout->addWidget(logo(), 0, Qt::AlignLeading);
    layout->addWidget(head);
}

} // namespace lanyard

#include "moc_welcome.cpp"
