#include "ui/apikeys/keystate.h"

using namespace Qt::StringLiterals;

namespace lanyard {

KeyMark keyMark(ApiKey::State state)
{
    switch (state) {
    case ApiKey::State::Usable:
        return {"ok"_L1, Tone::Good};
    case ApiKey::State::Expiring:
        return {"expiring"_L1, Tone::Warning};
    case ApiKey::State::Unknown:
    case ApiKey::State::NotYet:
    case ApiKey::State::NoKey:
        return {"unknown"_L1, Tone::Warning};
    case ApiKey::State::Refused:
    case ApiKey::State::Expired:
        return {"warning"_L1, Tone::Bad};
    case ApiKey::State::Revoked:
        break;
    }
    return {"revoked"_L1, Tone::Bad};
}

} // namespace lanyard
